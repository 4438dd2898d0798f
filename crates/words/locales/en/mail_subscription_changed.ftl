# The receipt by mail of a cancellation

mail-cancel-subject = { $plan } ends on { $day }
mail-cancel-heading = Your cancellation is booked
mail-cancel-says = Your subscription to { $plan } ends on { $day }. You keep everything until then, and there are no further invoices for it. Open invoices stay due.
mail-undo-subject = { $plan } goes on
mail-undo-heading = Your subscription goes on
mail-undo-says = Your subscription to { $plan } no longer ends. Nothing changes, and the next invoice comes on { $day }.
mail-ended-subject = { $plan } has ended
mail-ended-heading = Your subscription has ended
mail-ended-says = Your subscription to { $plan } ended on { $day }. There are no further invoices for it. Open invoices stay due, and you can still see all of them. Thank you for having been with us.
mail-ended-credit = { $sum } for the time you paid for and will not use goes back to where it came from.
mail-row-credit = Credited
mail-row-used = For what was used
