# What plans and seats cost, and how long a part of a period is

plan-price-seat-month = { $amount } a month for each seat
plan-price-seat-year = { $amount } a year for each seat
plan-price-tier = from seat { $from } on { $amount }
plan-price-tax = plus { $rate } tax
plan-seats = { $count ->
        [one] { $count } seat
       *[other] { $count } seats
    }
part-hours = { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
part-minutes = { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
part-days = { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
part-seconds = { $count ->
        [one] { $count } second
       *[other] { $count } seconds
    }
line-days = { $first } – { $last }
plan-use = Use
plan-use-line = { $meter }: { $price }
