# What is to be paid and by what, and how it went

pay-title = Factuur { $number } betalen
pay-title-all = { $count ->
        [one] { $count } factuur betalen
       *[other] { $count } facturen betalen
    }
pay-changed = Het te betalen bedrag is veranderd.
pay-changed-next = Er is niets afgeschreven. Bekijk het nieuwe bedrag.
pay-sum = Te betalen
pay-with = Betalen met
pay-expires = verloopt { $expiry }
pay-expired = verlopen { $expiry }
pay-other-card = Een andere kaart gebruiken
paid-all = Dank u, dit is betaald
paid-some = { $paid } van { $all } facturen zijn betaald
paid-see-invoices = Facturen bekijken
paid-change = Wijziging van uw abonnement
paid-pending = Bezig
paid-not = Niet betaald
paid-returned = Al betaald: deze betaling gaat terug
sandbox-bank = Deze betaling bevestigen
sandbox-bank-test = Testbank.
sandbox-bank-says = Een echte bank toont hier haar eigen pagina. Er gaat geen geld om.
sandbox-bank-to = Aan
sandbox-bank-from = Van
payment-call-off = Afbreken
sandbox-bank-yes = Betaling bevestigen
waiting-title = { $count ->
        [one] Eén betaling wacht op uw bank
       *[other] { $count } betalingen wachten op uw bank
    }
waiting-says = Er wordt niets afgeschreven tot u daar bevestigt. Wat niemand binnen een uur bevestigt, wordt afgebroken.
