invoice-all = Tutte le fatture
