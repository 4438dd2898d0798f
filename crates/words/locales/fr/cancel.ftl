# The questions before a subscription is cancelled, and before that is taken back

cancel-used = Ceci, et ce que vous utiliserez d’ici la fin, sera facturé à la fin.
