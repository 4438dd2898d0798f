# The mail about what is due

mail-billing-none = Your billing with { $business }: nothing is due
mail-billing-none-heading = Nothing is due
mail-billing-none-preheader = You are all paid up.
mail-billing-none-says = You are all paid up. The link below shows all your invoices, current and past.
mail-billing-open = Your billing with { $business }: { $sum } due
mail-billing-open-heading = Your open invoices
mail-billing-overdue = Your billing with { $business }: { $count ->
    [one] an invoice is overdue
   *[other] { $count } invoices are overdue
    }
mail-billing-overdue-heading = { $count ->
    [one] An invoice is overdue
   *[other] Some invoices are overdue
    }
mail-billing-preheader = { $sum } due in total.
mail-billing-says = { $count ->
    [one] You have one open invoice over { $sum } in total.
   *[other] You have { $count } open invoices over { $sum } in total.
    }
mail-billing-says-overdue = Of this, { $sum } is overdue.
mail-billing-invoice = Invoice { $number }
mail-billing-due = Due { $day }
mail-billing-due-hint = Due { $day }, { $hint }
mail-billing-more = { $count ->
    [one] And one more, which the link shows.
   *[other] And { $count } more, which the link shows.
    }
mail-billing-button = See my invoices
mail-billing-closing = If you have paid in the last few days, your payment and this mail may have crossed. Please do not forward it: whoever opens the link first sees your billing.
