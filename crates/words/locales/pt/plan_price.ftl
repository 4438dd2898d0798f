# What plans and seats cost, and how long a part of a period is

plan-price-seat-month = { $amount } por mês por lugar
plan-price-seat-year = { $amount } por ano por lugar
plan-price-tier = a partir do lugar { $from }: { $amount }
plan-price-tax = mais { $rate } de imposto
plan-seats = { $count ->
        [one] { $count } lugar
       *[other] { $count } lugares
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
        [one] { $count } dia
       *[other] { $count } dias
    }
part-seconds = { $count ->
        [one] { $count } segundo
       *[other] { $count } segundos
    }
line-days = { $first } – { $last }
plan-use = Uso
plan-use-line = { $meter }: { $price }
