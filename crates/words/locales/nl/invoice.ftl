invoice-all = Alle facturen
