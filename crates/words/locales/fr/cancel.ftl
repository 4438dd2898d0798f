# The questions before a subscription is cancelled, and before that is taken back

cancel-used = Ceci, et ce que vous utiliserez d’ici la fin, sera facturé à la fin.
cancel-credit = { $amount } pour le temps restant, jusqu’au { $day }, vous sont remboursés par le même moyen de paiement.
cancel-no-credit = Le temps restant, jusqu’au { $day }, n’est pas remboursé.
