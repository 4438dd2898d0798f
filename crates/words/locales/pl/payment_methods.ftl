# Cards and bank accounts on file

methods-none = Nie zapisano żadnej metody płatności. Dzięki niej można tu opłacać faktury, a subskrypcja odnawia się sama.
method-default = Domyślna
method-kept = Służy do opłacania subskrypcji. Aby ją zastąpić, najpierw dodaj inną.
method-update = Zaktualizuj
method-make-default = Ustaw jako domyślną
method-remove = Usuń
method-expires = Ważna do { $expiry }
method-expires-soon = Wkrótce wygasa, { $expiry }
method-expired = Wygasła { $expiry }
method-remove-title = Usunąć tę metodę płatności?
method-remove-off = { $method }: metoda zostanie usunięta i nie będzie już obciążana.
method-remove-made = Wykonane już płatności pozostają bez zmian.
method-remove-again = W każdej chwili można ją dodać ponownie.
method-remove-no = Zachowaj
