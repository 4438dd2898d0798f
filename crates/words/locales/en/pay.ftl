# What is to be paid and by what, and how it went

pay-title = Pay invoice { $number }
pay-title-all = { $count ->
        [one] Pay { $count } invoice
       *[other] Pay { $count } invoices
    }
pay-changed = What is due has changed.
pay-changed-next = Nothing was charged. Please look at the new sum.
pay-sum = To pay
pay-with = Pay with
pay-expires = expires { $expiry }
pay-expired = expired { $expiry }
pay-other-card = Use another card
paid-all = Thank you, this is paid
paid-some = { $paid } of { $all } invoices are paid
paid-see-invoices = See invoices
paid-change = Change of your subscription
paid-pending = In progress
paid-not = Not paid
paid-returned = Paid already: this payment goes back
sandbox-bank = Confirm this payment
sandbox-bank-test = Test bank.
sandbox-bank-says = A real bank shows its own page here. No money moves.
sandbox-bank-to = To
sandbox-bank-from = From
payment-call-off = Call it off
sandbox-bank-yes = Confirm payment
waiting-title = { $count ->
        [one] One payment waits for your bank
       *[other] { $count } payments wait for your bank
    }
waiting-says = Nothing is charged until you confirm it there. What nobody confirms within an hour is called off.
