home-paid-up = Tout est réglé
home-open = { $count ->
    [one] Vous avez une facture à payer
   *[other] Vous avez { $count } factures à payer
    }
home-overdue = { $count ->
    [one] Vous avez une facture en retard
   *[other] Vous avez { $count } factures en retard
    }
home-subscriptions = Vos abonnements
home-latest = Dernières factures
home-nothing-due = Rien à payer. Les nouvelles factures apparaîtront ici.
home-amount-due = Montant à payer
home-pay = { $count ->
    [one] Payer maintenant
   *[other] Tout payer
    }
home-all-overdue = Entièrement en retard
home-part-overdue = Dont { $amount } en retard
home-due-by = À payer avant le { $day } inclus
home-invoice = Facture { $number }
home-welcome = Bienvenue, { $name }
home-nothing = Il n’y a rien à afficher pour le moment. Pour toute question sur votre facturation, veuillez contacter { $business }.
