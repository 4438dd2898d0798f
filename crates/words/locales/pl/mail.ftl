# What all mails share

mail-hello = Dzień dobry { $name }!
mail-questions = Pytania? { $email }
mail-ask = W razie pytań prosimy o kontakt z { $whom }.
mail-keep-to-yourself = Prosimy nie przekazywać tej wiadomości: kto pierwszy otworzy link, zobaczy Państwa rozliczenia.
mail-link-expiry = Ten link działa jeden raz i wygasa { $moment }, { $span } po wysłaniu tej wiadomości.
mail-link-copy = Jeśli przycisk nie działa, prosimy skopiować ten adres do przeglądarki:
mail-link-text = { $button }:
mail-receipt-preheader = { $heading }. Ten e-mail jest potwierdzeniem.
mail-receipt-closing = Prosimy zachować ten e-mail jako potwierdzenie. Jeśli nie pochodzi to od Państwa, prosimy o natychmiastowy kontakt z { $whom }.
mail-row-text = { $name }: { $value }
mail-row-text-noted = { $name } ({ $note }): { $value }
mail-row-plan = Plan
mail-row-tax = Podatek
mail-row-paid = Zapłacono
mail-row-with = Metoda
mail-row-invoice = Faktura
mail-row-due = Do zapłaty
mail-row-due-by = Termin płatności
mail-row-still-due = Pozostało do zapłaty
mail-row-received = Otrzymano
mail-row-ends = Kończy się
mail-row-ended = Zakończona
mail-row-trial-ends = Koniec okresu próbnego
mail-row-first-invoice = Pierwsza faktura
mail-row-confirmed = Potwierdzono
mail-row-reference = Numer
