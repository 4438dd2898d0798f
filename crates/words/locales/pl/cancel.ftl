# The questions before a subscription is cancelled, and before that is taken back

cancel-used = Ta kwota i dalsze użycie do końca zostaną rozliczone na koniec.
