# The mail about what is due

mail-billing-none = Uw facturering bij { $business }: er staat niets open
mail-billing-none-heading = Er staat niets open
mail-billing-none-preheader = Alles is betaald.
mail-billing-none-says = Alles is betaald. De link hieronder toont al uw facturen, huidige en eerdere.
mail-billing-open = Uw facturering bij { $business }: { $sum } te betalen
mail-billing-open-heading = Uw openstaande facturen
mail-billing-overdue = Uw facturering bij { $business }: { $count ->
    [one] één factuur is te laat
   *[other] { $count } facturen zijn te laat
    }
mail-billing-overdue-heading = { $count ->
    [one] Eén factuur is te laat
   *[other] Enkele facturen zijn te laat
    }
mail-billing-preheader = In totaal { $sum } te betalen.
mail-billing-says = { $count ->
    [one] U hebt één openstaande factuur van in totaal { $sum }.
   *[other] U hebt { $count } openstaande facturen van in totaal { $sum }.
    }
mail-billing-says-overdue = Daarvan is { $sum } te laat.
mail-billing-invoice = Factuur { $number }
mail-billing-due = Te betalen uiterlijk { $day }
mail-billing-due-hint = Te betalen uiterlijk { $day }, { $hint }
mail-billing-more = { $count ->
    [one] En nog één, die de link toont.
   *[other] En nog { $count }, die de link toont.
    }
mail-billing-button = Mijn facturen bekijken
mail-billing-closing = Hebt u de afgelopen dagen betaald, dan hebben uw betaling en deze e-mail elkaar misschien gekruist. Stuur hem niet door: wie de link als eerste opent, ziet uw facturering.
