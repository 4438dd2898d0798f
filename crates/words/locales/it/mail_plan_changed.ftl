# The receipt by mail of a change of plan or seats

mail-plan-made = Ora il piano è { $plan }
mail-plan-made-heading = L’abbonamento è cambiato
mail-plan-made-says = L’abbonamento a { $plan } è d’ora in poi come indicato sotto.
mail-plan-planned = { $plan } dal { $day }
mail-plan-planned-heading = La modifica è programmata
mail-plan-planned-says = Il { $day } l’abbonamento passa a { $plan }. Fino ad allora non cambia nulla e si può ancora cambiare idea.
mail-plan-off = { $plan } resta com’è
mail-plan-off-heading = La modifica è annullata
mail-plan-off-says = L’abbonamento a { $plan } resta com’è. Non è stato addebitato nulla.
