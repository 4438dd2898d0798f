# An invoice as a sheet

invoice-all = Alle Rechnungen
invoice-pdf = PDF herunterladen
invoice-pay = { $amount } zahlen
invoice-word = Rechnung
invoice-status = Status
invoice-issued = Ausgestellt
invoice-due = Fällig
invoice-paid-day = Bezahlt
invoice-bill-to = Rechnung an
invoice-from = Von
invoice-vat = USt-IdNr.
invoice-paid-on = bezahlt am { $day }
invoice-paid = bezahlt
invoice-withdrawn = storniert; es ist nichts zu zahlen
invoice-lines = Wofür diese Rechnung ist
invoice-description = Beschreibung
invoice-quantity = Menge
invoice-unit-price = Einzelpreis
invoice-tax = Steuer
invoice-rate = { $rate } Steuer
invoice-amount = Betrag
invoice-discount-of = Rabatt { $amount }
invoice-discount = Rabatt
invoice-subtotal = Zwischensumme
invoice-total = Gesamtbetrag
invoice-amount-paid = Bezahlt
