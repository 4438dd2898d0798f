# An invoice as a sheet

invoice-all = Tutte le fatture
invoice-pdf = Scarica PDF
invoice-pay = Paga { $amount }
invoice-word = Fattura
invoice-status = Stato
invoice-issued = Emessa
invoice-due = Scadenza
invoice-paid-day = Pagata
invoice-bill-to = Intestata a
invoice-from = Da
invoice-vat = P. IVA
invoice-paid-on = pagata il { $day }
invoice-paid = pagata
invoice-withdrawn = annullata; non c’è nulla da pagare
invoice-lines = Che cosa comprende questa fattura
invoice-description = Descrizione
invoice-quantity = Quantità
invoice-unit-price = Prezzo unitario
invoice-tax = Imposta
invoice-rate = imposta { $rate }
invoice-amount = Importo
invoice-discount-of = Sconto { $amount }
invoice-discount = Sconto
invoice-subtotal = Subtotale
invoice-total = Totale
invoice-amount-paid = Pagato
