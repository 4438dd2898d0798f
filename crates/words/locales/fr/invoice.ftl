# An invoice as a sheet

invoice-all = Toutes les factures
invoice-pdf = Télécharger le PDF
invoice-pay = Payer { $amount }
invoice-word = Facture
invoice-status = Statut
invoice-issued = Émise le
invoice-due = Échéance
invoice-paid-day = Payée le
invoice-bill-to = Facturé à
invoice-from = De
invoice-vat = N° TVA
invoice-paid-on = payée le { $day }
invoice-paid = payée
invoice-withdrawn = annulée ; rien n’est à payer
invoice-lines = Ce que couvre cette facture
invoice-description = Description
invoice-quantity = Quantité
invoice-unit-price = Prix unitaire
invoice-tax = Taxe
invoice-rate = taxe { $rate }
invoice-amount = Montant
invoice-discount-of = Remise { $amount }
invoice-discount = Remise
invoice-subtotal = Sous-total
invoice-total = Total
invoice-amount-paid = Déjà payé
