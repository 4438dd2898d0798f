# What plans and seats cost, and how long a part of a period is

plan-price-seat-month = { $amount } al mes por puesto
plan-price-seat-year = { $amount } al año por puesto
plan-price-tier = desde el puesto { $from }: { $amount }
plan-price-tax = más { $rate } de impuestos
plan-seats = { $count ->
        [one] { $count } puesto
       *[other] { $count } puestos
    }
part-hours = { $count ->
        [one] { $count } hora
       *[other] { $count } horas
    }
part-minutes = { $count ->
        [one] { $count } minuto
       *[other] { $count } minutos
    }
part-days = { $count ->
        [one] { $count } día
       *[other] { $count } días
    }
part-seconds = { $count ->
        [one] { $count } segundo
       *[other] { $count } segundos
    }
line-days = { $first } – { $last }
plan-use = Uso
plan-use-line = { $meter }: { $price }
