# What plans and seats cost, and how long a part of a period is

plan-price-seat-month = 1席あたり月額 { $amount }
plan-price-seat-year = 1席あたり年額 { $amount }
plan-price-tier = { $from }席目からは { $amount }
plan-price-tax = 別途税 { $rate }
plan-seats = { $count }席
part-hours = { $count }時間
part-minutes = { $count }分
part-days = { $count }日
part-seconds = { $count }秒
line-days = { $first }～{ $last }
plan-use = 従量料金
plan-use-line = { $meter }：{ $price }
