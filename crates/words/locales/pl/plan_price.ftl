# What plans and seats cost, and how long a part of a period is

plan-price-seat-month = { $amount } miesięcznie za stanowisko
plan-price-seat-year = { $amount } rocznie za stanowisko
plan-price-tier = od stanowiska { $from }: { $amount }
plan-price-tax = plus { $rate } podatku
plan-seats = { $count ->
        [one] { $count } stanowisko
        [few] { $count } stanowiska
        [many] { $count } stanowisk
       *[other] { $count } stanowiska
    }
part-hours = { $count ->
        [one] { $count } godzina
        [few] { $count } godziny
        [many] { $count } godzin
       *[other] { $count } godziny
    }
part-minutes = { $count ->
        [one] { $count } minuta
        [few] { $count } minuty
        [many] { $count } minut
       *[other] { $count } minuty
    }
part-days = { $count ->
        [one] { $count } dzień
        [few] { $count } dni
        [many] { $count } dni
       *[other] { $count } dnia
    }
part-seconds = { $count ->
        [one] { $count } sekunda
        [few] { $count } sekundy
        [many] { $count } sekund
       *[other] { $count } sekundy
    }
line-days = { $first } – { $last }
plan-use = Wykorzystanie
plan-use-line = { $meter }: { $price }
