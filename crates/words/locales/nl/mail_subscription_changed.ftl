# The receipt by mail of a cancellation

mail-cancel-subject = { $plan } eindigt op { $day }
mail-cancel-heading = Uw opzegging is vastgelegd
mail-cancel-says = Uw abonnement op { $plan } eindigt op { $day }. Tot dan behoudt u alles en er komen geen facturen meer voor. Openstaande facturen moeten nog betaald worden.
mail-undo-subject = { $plan } loopt door
mail-undo-heading = Uw abonnement loopt door
mail-undo-says = Uw abonnement op { $plan } eindigt toch niet. Er verandert niets en de volgende factuur komt op { $day }.
mail-ended-subject = { $plan } is beëindigd
mail-ended-heading = Uw abonnement is beëindigd
mail-ended-says = Uw abonnement op { $plan } is op { $day } geëindigd. Er komen geen facturen meer voor. Openstaande facturen moeten nog betaald worden en u kunt ze allemaal blijven bekijken. Dank dat u bij ons was.
mail-ended-credit = { $sum } voor de betaalde tijd die u niet gebruikt, gaat terug naar waar het vandaan kwam.
mail-row-credit = Gecrediteerd
mail-row-used = Voor het verbruik
