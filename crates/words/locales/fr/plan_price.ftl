# What plans and seats cost, and how long a part of a period is

plan-price-seat-month = { $amount } par mois et par siège
plan-price-seat-year = { $amount } par an et par siège
plan-price-tier = à partir du siège { $from } : { $amount }
plan-price-tax = plus { $rate } de taxe
plan-seats = { $count ->
        [one] { $count } siège
       *[other] { $count } sièges
    }
part-hours = { $count ->
        [one] { $count } heure
       *[other] { $count } heures
    }
part-minutes = { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
part-days = { $count ->
        [one] { $count } jour
       *[other] { $count } jours
    }
part-seconds = { $count ->
        [one] { $count } seconde
       *[other] { $count } secondes
    }
line-days = { $first } – { $last }
plan-use = Utilisation
plan-use-line = { $meter } : { $price }
