# An invoice as a sheet

invoice-all = Wszystkie faktury
invoice-pdf = Pobierz PDF
invoice-pay = Zapłać { $amount }
invoice-word = Faktura
invoice-status = Status
invoice-issued = Wystawiono
invoice-due = Termin
invoice-paid-day = Opłacono
invoice-bill-to = Nabywca
invoice-from = Sprzedawca
invoice-vat = VAT
invoice-paid-on = opłacono { $day }
invoice-paid = opłacono
invoice-withdrawn = anulowano; nie trzeba nic płacić
invoice-lines = Za co jest ta faktura
invoice-description = Opis
invoice-quantity = Ilość
invoice-unit-price = Cena jedn.
invoice-tax = Podatek
invoice-rate = podatek { $rate }
invoice-amount = Kwota
invoice-discount-of = Rabat { $amount }
invoice-discount = Rabat
invoice-subtotal = Suma częściowa
invoice-total = Razem
invoice-amount-paid = Zapłacono
