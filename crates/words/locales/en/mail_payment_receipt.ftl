# The receipt by mail of a payment

mail-paid-subject = Receipt for invoice { $number }
mail-paid-preheader = { $sum } received. This mail is your receipt.
mail-paid-heading = Your payment came in
mail-paid-says = Thank you: your payment of { $sum } came in, and invoice { $number } is paid.
mail-paid-part-says = Thank you: your payment of { $sum } towards invoice { $number } came in.
mail-paid-closing = Please keep this mail as your receipt. If you did not pay this, contact { $whom } at once.
