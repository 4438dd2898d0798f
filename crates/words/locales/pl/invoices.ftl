# The list of invoices

invoices-filter = Pokaż faktury według statusu
invoices-all = Wszystkie
invoices-paid = Opłacone
invoices-pending = Do zapłaty
invoices-overdue = Po terminie
invoices-none-here = Nie ma tu więcej faktur.
invoices-none = Nie ma jeszcze faktur. Pierwsza pojawi się tutaj w dniu wystawienia.
invoices-none-paid = Żadna faktura nie została jeszcze opłacona.
invoices-none-pending = Nic nie czeka na zapłatę.
invoices-none-overdue = Nic nie jest po terminie.
invoices-show-all = Pokaż wszystkie faktury
invoices-more = Więcej faktur
invoices-newer = Nowsze
invoices-older = Starsze
invoices-pdf-of = Pobierz fakturę { $number } jako PDF
