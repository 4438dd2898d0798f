# An invoice that waits, a payment that failed, a trial that ends

mail-invoice-subject = Factuur { $number } van { $business }
mail-invoice-preheader = { $sum }, te betalen uiterlijk { $day }.
mail-invoice-heading = Uw nieuwe factuur
mail-invoice-says = Uw abonnement is verlengd. Betaal { $sum } uiterlijk { $day }: er is geen betaalmethode bekend waarvan wij kunnen afschrijven.
mail-failed-subject = De betaling van factuur { $number } is mislukt
mail-failed-again-subject = De betaling van factuur { $number } is mislukt: nieuwe poging op { $day }
mail-failed-heading = Uw betaling is niet gelukt
mail-failed-preheader = { $sum } te betalen voor factuur { $number }.
mail-failed-says = Wij konden het bedrag van factuur { $number } niet innen. { $why }
mail-failed-nothing-on-file = Er is geen betaalmethode bekend. Voeg er een toe of betaal de factuur.
mail-failed-confirm = Uw bank wil dat u deze betaling zelf bevestigt. Open hieronder uw facturering, betaal de factuur en bevestig die.
mail-failed-again = Wij proberen het op { $day } opnieuw. Tot dan loopt uw abonnement door; als er voldoende saldo is, hoeft u niets te doen.
mail-failed-open = Wij proberen het niet vanzelf opnieuw. Betaal de factuur, zodat uw abonnement kan doorlopen.
mail-failed-ended = Omdat de betaling niet is gelukt, is uw abonnement beëindigd. De factuur blijft openstaan.
mail-failed-ended-subject = Uw abonnement bij { $business } is beëindigd
mail-trial-subject = Uw proefperiode van { $plan } eindigt op { $day }
mail-trial-heading = Uw proefperiode eindigt binnenkort
mail-trial-says = Uw proefperiode van { $plan } eindigt op { $day }.
mail-trial-charged = Daarna schrijven wij { $sum } af voor de eerste periode: { $method }.
mail-trial-nothing-on-file = De eerste periode kost dan { $sum } en er is nog geen betaalmethode bekend. Voeg er een toe vóór { $day }.
