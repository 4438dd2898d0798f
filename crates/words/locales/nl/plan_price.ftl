# What plans and seats cost, and how long a part of a period is

plan-price-seat-month = { $amount } per maand per plaats
plan-price-seat-year = { $amount } per jaar per plaats
plan-price-tier = vanaf plaats { $from }: { $amount }
plan-price-tax = plus { $rate } btw
plan-seats = { $count ->
        [one] { $count } plaats
       *[other] { $count } plaatsen
    }
part-hours = { $count ->
        [one] { $count } uur
       *[other] { $count } uur
    }
part-minutes = { $count ->
        [one] { $count } minuut
       *[other] { $count } minuten
    }
part-days = { $count ->
        [one] { $count } dag
       *[other] { $count } dagen
    }
part-seconds = { $count ->
        [one] { $count } seconde
       *[other] { $count } seconden
    }
line-days = { $first } – { $last }
plan-use = Verbruik
plan-use-line = { $meter }: { $price }
