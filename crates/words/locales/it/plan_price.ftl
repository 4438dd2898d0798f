# What plans and seats cost, and how long a part of a period is

plan-price-seat-month = { $amount } al mese per ogni posto
plan-price-seat-year = { $amount } all’anno per ogni posto
plan-price-tier = dal posto { $from }: { $amount }
plan-price-tax = più { $rate } di imposta
plan-seats = { $count ->
        [one] { $count } posto
       *[other] { $count } posti
    }
part-hours = { $count ->
        [one] { $count } ora
       *[other] { $count } ore
    }
part-minutes = { $count ->
        [one] { $count } minuto
       *[other] { $count } minuti
    }
part-days = { $count ->
        [one] { $count } giorno
       *[other] { $count } giorni
    }
part-seconds = { $count ->
        [one] { $count } secondo
       *[other] { $count } secondi
    }
line-days = { $first } – { $last }
plan-use = Utilizzo
plan-use-line = { $meter }: { $price }
