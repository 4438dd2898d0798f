# An invoice as a sheet

invoice-all = Alle facturen
invoice-pdf = PDF downloaden
invoice-pay = Betaal { $amount }
invoice-word = Factuur
invoice-status = Status
invoice-issued = Factuurdatum
invoice-due = Vervaldatum
invoice-paid-day = Betaald
invoice-bill-to = Factuur aan
invoice-from = Van
invoice-vat = Btw-nr.
invoice-paid-on = betaald op { $day }
invoice-paid = betaald
invoice-withdrawn = ingetrokken; er hoeft niets te worden betaald
invoice-lines = Waarvoor deze factuur is
invoice-description = Omschrijving
invoice-quantity = Aantal
invoice-unit-price = Stukprijs
invoice-tax = Btw
invoice-rate = { $rate } btw
invoice-amount = Bedrag
invoice-discount-of = Korting { $amount }
invoice-discount = Korting
invoice-subtotal = Subtotaal
invoice-total = Totaal
invoice-amount-paid = Betaald
