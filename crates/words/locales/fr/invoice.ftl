invoice-all = Toutes les factures
