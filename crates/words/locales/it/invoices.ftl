# The list of invoices

invoices-filter = Mostra le fatture per stato
invoices-all = Tutte
invoices-paid = Pagate
invoices-pending = Da pagare
invoices-overdue = Scadute
invoices-none-here = Qui non ci sono altre fatture.
invoices-none = Non ci sono ancora fatture. La prima comparirà qui il giorno in cui viene emessa.
invoices-none-paid = Non è stata ancora pagata nessuna fattura.
invoices-none-pending = Non c’è nulla in attesa di pagamento.
invoices-none-overdue = Non c’è nulla di scaduto.
invoices-show-all = Mostra tutte le fatture
invoices-more = Altre fatture
invoices-newer = Più recenti
invoices-older = Meno recenti
invoices-pdf-of = Scarica la fattura { $number } in PDF
