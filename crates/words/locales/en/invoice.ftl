# An invoice as a sheet

invoice-all = All invoices
invoice-pdf = Download PDF
invoice-pay = Pay { $amount }
invoice-word = Invoice
invoice-status = Status
invoice-issued = Issued
invoice-due = Due
invoice-paid-day = Paid
invoice-bill-to = Bill to
invoice-from = From
invoice-vat = VAT
invoice-paid-on = paid on { $day }
invoice-paid = paid
invoice-withdrawn = withdrawn; nothing is to be paid
invoice-lines = What this invoice is for
invoice-description = Description
invoice-quantity = Quantity
invoice-unit-price = Unit price
invoice-tax = Tax
invoice-rate = { $rate } tax
invoice-amount = Amount
invoice-discount-of = Discount { $amount }
invoice-discount = Discount
invoice-subtotal = Subtotal
invoice-total = Total
invoice-amount-paid = Paid
