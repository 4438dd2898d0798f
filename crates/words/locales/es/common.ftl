list-comma = { ", " }
list-and = { $first } y { $last }
contact-please = Póngase en contacto con { $business }.
