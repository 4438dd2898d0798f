# An invoice that waits, a payment that failed, a trial that ends

mail-invoice-subject = Factura { $number } de { $business }
mail-invoice-preheader = { $sum }, a pagar hasta el { $day }.
mail-invoice-heading = Su nueva factura
mail-invoice-says = Su suscripción se ha renovado. Pague { $sum } hasta el { $day }: no hay ningún método de pago registrado en el que podamos hacer el cargo.
mail-failed-subject = El pago de su factura { $number } ha fallado
mail-failed-again-subject = El pago de su factura { $number } ha fallado: nuevo intento el { $day }
mail-failed-heading = Su pago no se ha realizado
mail-failed-preheader = { $sum } pendientes de la factura { $number }.
mail-failed-says = No hemos podido cobrar el importe de la factura { $number }. { $why }
mail-failed-nothing-on-file = No hay ningún método de pago registrado. Añada uno o pague la factura.
mail-failed-confirm = Su banco quiere que confirme usted mismo este pago. Abra abajo su facturación, pague la factura y confírmela.
mail-failed-again = Volveremos a intentarlo el { $day }. Su suscripción continúa hasta entonces; si hay saldo, no tiene que hacer nada.
mail-failed-open = No volveremos a intentarlo por nuestra cuenta. Pague la factura para que su suscripción pueda continuar.
mail-failed-ended = Como no se pudo pagar, su suscripción ha finalizado. La factura sigue pendiente.
mail-failed-ended-subject = Su suscripción con { $business } ha finalizado
mail-trial-subject = Su prueba de { $plan } finaliza el { $day }
mail-trial-heading = Su prueba finaliza pronto
mail-trial-says = Su prueba de { $plan } finaliza el { $day }.
mail-trial-charged = Entonces cobraremos { $sum } por el primer periodo: { $method }.
mail-trial-nothing-on-file = El primer periodo cuesta entonces { $sum } y todavía no hay ningún método de pago registrado. Añada uno antes del { $day }.
