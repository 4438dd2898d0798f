# An invoice that waits, a payment that failed, a trial that ends

mail-invoice-subject = Invoice { $number } from { $business }
mail-invoice-preheader = { $sum }, due by { $day }.
mail-invoice-heading = Your new invoice
mail-invoice-says = Your subscription was renewed. Please pay { $sum } by { $day }: there is no payment method on file that we could charge.
mail-failed-subject = Your payment for invoice { $number } failed
mail-failed-again-subject = Your payment for invoice { $number } failed: next try on { $day }
mail-failed-heading = Your payment did not go through
mail-failed-preheader = { $sum } is due for invoice { $number }.
mail-failed-says = We could not collect what is due for invoice { $number }. { $why }
mail-failed-nothing-on-file = There is no payment method on file. Please add one, or pay the invoice.
mail-failed-confirm = Your bank wants you to confirm this payment yourself. Please open your billing below, pay the invoice, and confirm it.
mail-failed-again = We will try again on { $day }. Your subscription goes on until then; you need not do anything if the money is there.
mail-failed-open = We will not try again by ourselves. Please pay the invoice, so that your subscription can go on.
mail-failed-ended = Because it could not be paid, your subscription has ended. The invoice stays due.
mail-failed-ended-subject = Your subscription with { $business } has ended
mail-trial-subject = Your trial of { $plan } ends on { $day }
mail-trial-heading = Your trial ends soon
mail-trial-says = Your trial of { $plan } ends on { $day }.
mail-trial-charged = We will then charge { $sum } to your { $method } for the first period.
mail-trial-nothing-on-file = The first period then costs { $sum }, and there is no payment method on file yet. Please add one before { $day }.
