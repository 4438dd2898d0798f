home-paid-up = You are all paid up
home-open = { $count ->
    [one] You have one open invoice
   *[other] You have { $count } open invoices
    }
home-overdue = { $count ->
    [one] You have one overdue invoice
   *[other] You have { $count } overdue invoices
    }
home-subscriptions = Your subscriptions
home-latest = Latest invoices
home-nothing-due = Nothing is due. New invoices show up here.
home-amount-due = Amount due
home-pay = { $count ->
    [one] Pay now
   *[other] Pay all
    }
home-all-overdue = All of it overdue
home-part-overdue = { $amount } of it overdue
home-due-by = Due by { $day }
home-invoice = Invoice { $number }
home-welcome = Welcome, { $name }
home-nothing = There is nothing to show here at the moment. For questions about your billing, please contact { $business }.
