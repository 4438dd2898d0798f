# Choosing another plan or other seats, and calling off a change that waits

change-title = Changer d’abonnement
change-title-seats = Changer le nombre de sièges
change-monthly = Paiement mensuel
change-yearly = Paiement annuel
change-your-plan = Votre abonnement
change-seats-range = de { $min } à { $max } sièges
change-seats-least = au moins { $min } sièges
change-seats = Sièges
change-seats-hint = Vous avez { $seats }. Compte pour les abonnements facturés par siège.
change-seats-assigned = Attribués à des personnes : { $seats }. Vous ne pouvez pas descendre en dessous.
change-back = Retour
change-see = Voir le prix
change-nothing-yet = Rien ne change pour l’instant. Vous voyez d’abord les montants exacts, puis vous les confirmez.
change-refused = Ce changement n’est pas possible.
change-same = C’est déjà ce que vous avez.
change-same-next = Choisissez un autre abonnement ou un autre nombre de sièges.
change-seats-wrong = Veuillez vérifier le nombre de sièges.
change-seats-wrong-next = Écrivez-le en chiffres, par exemple 5.
undo-change-title = Tout garder tel quel ?
undo-change-off = Le passage à { $plan } le { $day } est annulé.
undo-change-keep = Vous gardez { $plan } tel quel.
undo-change-free = Rien n’est débité aujourd’hui.
undo-change-no = Maintenir le changement
undo-change-yes = Annuler le changement
