# The receipt by mail of a payment

mail-paid-subject = Betaalbewijs voor factuur { $number }
mail-paid-preheader = { $sum } ontvangen. Deze e-mail is uw bewijs.
mail-paid-heading = Wij hebben uw betaling ontvangen
mail-paid-says = Dank u: wij hebben uw betaling van { $sum } ontvangen en factuur { $number } is betaald.
mail-paid-part-says = Dank u: wij hebben uw betaling van { $sum } voor factuur { $number } ontvangen.
mail-paid-closing = Bewaar deze e-mail als bewijs. Is deze betaling niet van u, neem dan meteen contact op met { $whom }.

mail-returned-subject = Uw betaling van factuur { $number } gaat terug
mail-returned-heading = Uw betaling gaat terug
mail-returned-says = Factuur { $number } was al voldaan voordat uw betaling binnenkwam. Daarom gaat { $sum } terug naar: { $method }. U hoeft niets te doen.
mail-row-returned = Gaat terug
