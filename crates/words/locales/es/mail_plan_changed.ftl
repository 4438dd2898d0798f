# The receipt by mail of a change of plan or seats

mail-plan-made = Ahora tiene { $plan }
mail-plan-made-heading = Su suscripción ha cambiado
mail-plan-made-says = Su suscripción a { $plan } es desde ahora como se muestra abajo.
mail-plan-planned = { $plan } desde el { $day }
mail-plan-planned-heading = Su cambio está programado
mail-plan-planned-says = El { $day } su suscripción cambia a { $plan }. Hasta entonces no cambia nada y puede cambiar de opinión.
mail-plan-off = { $plan } sigue como está
mail-plan-off-heading = El cambio está anulado
mail-plan-off-says = Su suscripción a { $plan } sigue como está. No se ha cobrado nada.
mail-plan-hello = Hola, { $name }:
mail-plan-preheader = { $heading }. Este correo es su recibo.
mail-plan-closing = Conserve este correo como recibo. Si no ha sido usted, póngase en contacto de inmediato con { $whom }.
mail-plan-row-plan = Plan
mail-plan-row-tax = Impuesto
mail-plan-row-paid = Pagado
mail-plan-row-with = Con
mail-plan-row-invoice = Factura
mail-plan-row-confirmed = Confirmado
mail-plan-row-reference = Referencia
