# What is to be paid and by what, and how it went

pay-title = Pagar la factura { $number }
pay-title-all = { $count ->
        [one] Pagar { $count } factura
       *[other] Pagar { $count } facturas
    }
pay-changed = El importe pendiente ha cambiado.
pay-changed-next = No se ha cobrado nada. Revise la nueva suma.
pay-sum = A pagar
pay-with = Pagar con
pay-expires = caduca { $expiry }
pay-expired = caducada { $expiry }
pay-other-card = Usar otra tarjeta
paid-all = Gracias, está pagado
paid-some = Facturas pagadas: { $paid } de { $all }
paid-see-invoices = Ver facturas
paid-change = Cambio de su suscripción
paid-pending = En curso
paid-not = No pagada
paid-returned = Ya estaba pagado: este pago se devuelve
sandbox-bank = Confirmar este pago
sandbox-bank-test = Banco de prueba.
sandbox-bank-says = Un banco real muestra aquí su propia página. No se mueve dinero.
sandbox-bank-to = Para
sandbox-bank-from = De
payment-call-off = Anular
sandbox-bank-yes = Confirmar el pago
waiting-title = { $count ->
        [one] Un pago espera a su banco
       *[other] { $count } pagos esperan a su banco
    }
waiting-says = No se cobra nada hasta que lo confirme allí. Lo que nadie confirma en una hora se anula.
