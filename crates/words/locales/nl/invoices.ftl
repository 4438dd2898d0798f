# The list of invoices

invoices-filter = Facturen per status tonen
invoices-all = Alle
invoices-paid = Betaald
invoices-pending = Openstaand
invoices-overdue = Te laat
invoices-none-here = Hier zijn geen facturen meer.
invoices-none = U hebt nog geen facturen. De eerste verschijnt hier op de dag dat ze wordt opgesteld.
invoices-none-paid = Er is nog geen factuur betaald.
invoices-none-pending = Er staat niets open.
invoices-none-overdue = Er is niets te laat.
invoices-show-all = Alle facturen tonen
invoices-more = Meer facturen
invoices-newer = Nieuwere
invoices-older = Oudere
invoices-pdf-of = Factuur { $number } als PDF downloaden
