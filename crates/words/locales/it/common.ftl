list-comma = { ", " }
list-and = { $first } e { $last }
contact-please = Si rivolga a { $business }.
