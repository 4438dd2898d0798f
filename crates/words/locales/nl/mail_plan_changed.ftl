# The receipt by mail of a change of plan or seats

mail-plan-made = U hebt nu { $plan }
mail-plan-made-heading = Uw abonnement is gewijzigd
mail-plan-made-says = Uw abonnement op { $plan } is vanaf nu zoals hieronder.
mail-plan-planned = { $plan } vanaf { $day }
mail-plan-planned-heading = Uw wijziging is gepland
mail-plan-planned-says = Op { $day } gaat uw abonnement over op { $plan }. Tot dan verandert er niets en kunt u zich bedenken.
mail-plan-off = { $plan } blijft zoals het is
mail-plan-off-heading = De wijziging is afgezegd
mail-plan-off-says = Uw abonnement op { $plan } blijft zoals het is. Er is niets afgeschreven.
mail-plan-hello = Beste { $name },
mail-plan-preheader = { $heading }. Deze e-mail is uw bewijs.
mail-plan-closing = Bewaar deze e-mail als bewijs. Was u dit niet, neem dan meteen contact op met { $whom }.
mail-plan-row-plan = Abonnement
mail-plan-row-tax = Btw
mail-plan-row-paid = Betaald
mail-plan-row-with = Met
mail-plan-row-invoice = Factuur
mail-plan-row-confirmed = Bevestigd
mail-plan-row-reference = Referentie
