# The list of invoices

invoices-filter = Show invoices by status
invoices-all = All
invoices-paid = Paid
invoices-pending = Pending
invoices-overdue = Overdue
invoices-none-here = There are no more invoices here.
invoices-none = You have no invoices yet. The first one shows up here on the day it is issued.
invoices-none-paid = No invoice has been paid yet.
invoices-none-pending = Nothing is waiting to be paid.
invoices-none-overdue = Nothing is overdue.
invoices-show-all = Show all invoices
invoices-more = More invoices
invoices-newer = Newer
invoices-older = Older
invoices-pdf-of = Download invoice { $number } as PDF
