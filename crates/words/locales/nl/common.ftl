list-comma = { ", " }
list-and = { $first } en { $last }
contact-please = Neem contact op met { $business }.
