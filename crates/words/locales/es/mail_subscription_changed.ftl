# The receipt by mail of a cancellation

mail-cancel-subject = { $plan } finaliza el { $day }
mail-cancel-heading = Su cancelación está registrada
mail-cancel-says = Su suscripción a { $plan } finaliza el { $day }. Hasta entonces lo conserva todo y no habrá más facturas por ella. Las facturas pendientes siguen pendientes.
mail-undo-subject = { $plan } continúa
mail-undo-heading = Su suscripción continúa
mail-undo-says = Su suscripción a { $plan } ya no finaliza. No cambia nada y la próxima factura llega el { $day }.
mail-ended-subject = { $plan } ha finalizado
mail-ended-heading = Su suscripción ha finalizado
mail-ended-says = Su suscripción a { $plan } finalizó el { $day }. No habrá más facturas por ella. Las facturas pendientes siguen pendientes y puede seguir consultándolas todas. Gracias por haber estado con nosotros.
mail-ended-credit = { $sum } por el tiempo pagado y no utilizado se devuelven al medio de pago de origen.
mail-row-credit = Abonado
mail-row-used = Por el uso
