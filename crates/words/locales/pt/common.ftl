list-comma = { ", " }
list-and = { $first } e { $last }
contact-please = Entre em contato com { $business }.
