# What plans and seats cost, and how long a part of a period is

plan-price-seat-month = { $amount } je Platz im Monat
plan-price-seat-year = { $amount } je Platz im Jahr
plan-price-tier = ab dem { $from }. Platz { $amount }
plan-price-tax = zuzüglich { $rate } Steuer
plan-seats = { $count ->
        [one] { $count } Platz
       *[other] { $count } Plätze
    }
part-hours = { $count ->
        [one] { $count } Stunde
       *[other] { $count } Stunden
    }
part-minutes = { $count ->
        [one] { $count } Minute
       *[other] { $count } Minuten
    }
part-days = { $count ->
        [one] { $count } Tag
       *[other] { $count } Tage
    }
part-seconds = { $count ->
        [one] { $count } Sekunde
       *[other] { $count } Sekunden
    }
line-days = { $first } – { $last }
plan-use = Nutzung
plan-use-line = { $meter }: { $price }
