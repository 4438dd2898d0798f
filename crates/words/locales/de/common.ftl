list-comma = { ", " }
list-and = { $first } und { $last }
contact-please = Bitte wenden Sie sich an { $business }.
