# What invoices are made out to

details-title = Dane do faktury
details-when = Obowiązuje od następnej faktury. Wystawione już faktury pozostają bez zmian.
details-name = Imię i nazwisko lub firma
details-email = Adres e-mail
details-email-hint = Na nowy adres wyślemy link; adres zacznie obowiązywać po jego otwarciu.
details-waiting = { $email } czeka na potwierdzenie. Prosimy otworzyć link, który tam wysłaliśmy.
details-address = Adres
details-tax-ids = Numery podatkowe
details-tax-hint = Drukowane na fakturach. Aby usunąć numer, proszę wyczyścić pole.
details-tax-scheme = Rodzaj numeru { $count }
details-tax-number = Numer { $count }
details-tax-eu = Numer VAT UE
details-save = Zapisz
details-locked = Aby zmienić te dane, prosimy o kontakt z { $business }.
details-fault-missing = Prosimy wypełnić to pole.
details-fault-email = To nie jest adres e-mail, taki jak billing@acme.example.
details-fault-shape = Numer ma niewłaściwy format. Prosimy sprawdzić rodzaj i cyfry.
details-fault-checksum = W numerze jest błąd. Prosimy porównać cyfra po cyfrze.
details-saved = Dane do faktury zostały zapisane.
details-saved-more = Obowiązują od następnej faktury.
