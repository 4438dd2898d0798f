# What is to be paid and by what, and how it went

pay-title = Payer la facture { $number }
pay-title-all = { $count ->
        [one] Payer { $count } facture
       *[other] Payer { $count } factures
    }
pay-changed = Le montant à payer a changé.
pay-changed-next = Rien n’a été débité. Veuillez vérifier le nouveau total.
pay-sum = À payer
pay-with = Payer avec
pay-expires = expire { $expiry }
pay-expired = expirée { $expiry }
pay-other-card = Utiliser une autre carte
paid-all = Merci, c’est payé
paid-some = Factures payées : { $paid } sur { $all }
paid-see-invoices = Voir les factures
paid-change = Changement de votre abonnement
paid-pending = En cours
paid-not = Non payée
paid-returned = Déjà payé : ce paiement vous est rendu
sandbox-bank = Confirmer ce paiement
sandbox-bank-test = Banque de test.
sandbox-bank-says = Une vraie banque affiche ici sa propre page. Aucun argent ne circule.
sandbox-bank-to = À
sandbox-bank-from = De
payment-call-off = Annuler
sandbox-bank-yes = Confirmer le paiement
waiting-title = { $count ->
        [one] Un paiement attend votre banque
       *[other] { $count } paiements attendent votre banque
    }
waiting-says = Rien n’est débité avant votre confirmation. Ce que personne ne confirme dans l’heure est annulé.
