# The mail about what is due

mail-billing-none = Votre facturation chez { $business } : rien à payer
mail-billing-none-heading = Rien à payer
mail-billing-none-preheader = Tout est réglé.
mail-billing-none-says = Tout est réglé. Le lien ci-dessous montre toutes vos factures, actuelles et passées.
mail-billing-open = Votre facturation chez { $business } : { $sum } à payer
mail-billing-open-heading = Vos factures à payer
mail-billing-overdue = Votre facturation chez { $business } : { $count ->
    [one] une facture est en retard
   *[other] { $count } factures sont en retard
    }
mail-billing-overdue-heading = { $count ->
    [one] Une facture est en retard
   *[other] Des factures sont en retard
    }
mail-billing-preheader = { $sum } à payer au total.
mail-billing-says = { $count ->
    [one] Vous avez une facture à payer, pour un total de { $sum }.
   *[other] Vous avez { $count } factures à payer, pour un total de { $sum }.
    }
mail-billing-says-overdue = Dont { $sum } en retard.
mail-billing-invoice = Facture { $number }
mail-billing-due = À payer avant le { $day } inclus
mail-billing-due-hint = À payer avant le { $day } inclus, { $hint }
mail-billing-more = { $count ->
    [one] Et une autre, que le lien montre.
   *[other] Et { $count } autres, que le lien montre.
    }
mail-billing-button = Voir mes factures
mail-billing-closing = Si vous avez payé ces derniers jours, votre paiement et cet e-mail se sont peut-être croisés. Veuillez ne pas le transférer : la première personne qui ouvre le lien voit votre facturation.
