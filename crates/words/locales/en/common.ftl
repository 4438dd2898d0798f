list-comma = { ", " }
list-and = { $first } and { $last }
contact-please = Please contact { $business }.
