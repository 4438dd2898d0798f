# What all mails share

mail-hello = Hello { $name },
mail-questions = Questions? { $email }
mail-ask = Questions about this? Please contact { $whom }.
mail-keep-to-yourself = Please do not forward this mail: whoever opens the link first sees your billing.
mail-link-expiry = This link works once and expires at { $moment }, { $span } after this mail was sent.
mail-link-copy = If the button does nothing, copy this address into your browser:
mail-link-text = { $button }:
mail-receipt-preheader = { $heading }. This mail is your receipt.
mail-receipt-closing = Please keep this mail as your receipt. If this was not you, contact { $whom } at once.
mail-row-text = { $name }: { $value }
mail-row-text-noted = { $name } ({ $note }): { $value }
mail-row-plan = Plan
mail-row-tax = Tax
mail-row-paid = Paid
mail-row-with = With
mail-row-invoice = Invoice
mail-row-due = Due
mail-row-due-by = Due by
mail-row-still-due = Still due
mail-row-received = Received
mail-row-ends = Ends on
mail-row-ended = Ended on
mail-row-trial-ends = Trial ends
mail-row-first-invoice = First invoice
mail-row-confirmed = Confirmed
mail-row-reference = Reference
