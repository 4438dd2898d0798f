list-comma = { ", " }
list-and = { $first } i { $last }
contact-please = Skontaktuj się z { $business }.
