invoice-all = Alle Rechnungen
