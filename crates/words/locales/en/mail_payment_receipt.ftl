# The receipt by mail of a payment

mail-paid-subject = Receipt for invoice { $number }
mail-paid-preheader = { $sum } received. This mail is your receipt.
mail-paid-heading = Your payment came in
mail-paid-says = Thank you: your payment of { $sum } came in, and invoice { $number } is paid.
mail-paid-part-says = Thank you: your payment of { $sum } towards invoice { $number } came in.
mail-paid-closing = Please keep this mail as your receipt. If you did not pay this, contact { $whom } at once.

mail-returned-subject = Your payment for invoice { $number } goes back
mail-returned-heading = Your payment goes back
mail-returned-says = Invoice { $number } was settled before your payment arrived. So { $sum } goes back to your { $method }. You need not do anything.
mail-row-returned = Goes back
