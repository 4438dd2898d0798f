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
