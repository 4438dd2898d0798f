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
