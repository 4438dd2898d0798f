# The receipt by mail of a payment

mail-paid-subject = Recibo de la factura { $number }
mail-paid-preheader = { $sum } recibidos. Este correo es su recibo.
mail-paid-heading = Hemos recibido su pago
mail-paid-says = Gracias: hemos recibido su pago de { $sum } y la factura { $number } está pagada.
mail-paid-part-says = Gracias: hemos recibido su pago de { $sum } para la factura { $number }.
mail-paid-closing = Conserve este correo como recibo. Si este pago no es suyo, póngase en contacto de inmediato con { $whom }.

mail-returned-subject = Su pago de la factura { $number } se devuelve
mail-returned-heading = Su pago se devuelve
mail-returned-says = La factura { $number } quedó saldada antes de que llegara su pago. Por eso se devuelven { $sum } a: { $method }. No tiene que hacer nada.
mail-row-returned = Se devuelve
