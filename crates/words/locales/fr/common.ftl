list-comma = { ", " }
list-and = { $first } et { $last }
contact-please = Veuillez contacter { $business }.
