# The questions before a subscription is cancelled, and before that is taken back

cancel-used = Ta kwota i dalsze użycie do końca zostaną rozliczone na koniec.
cancel-credit = { $amount } za pozostały czas, do { $day }, wróci tą samą drogą, którą zapłacono.
cancel-no-credit = Pozostały czas, do { $day }, nie podlega zwrotowi.
