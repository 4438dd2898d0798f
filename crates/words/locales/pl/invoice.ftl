invoice-all = Wszystkie faktury
