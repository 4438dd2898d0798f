# The door: a link that opens, or does not

link-title = Rozliczenia z { $business }
link-says = Zobacz faktury i zarządzaj subskrypcją. Bez hasła.
link-open = Przejdź do rozliczeń
link-once = Ten link działa jeden raz. Pozostały czas: { $span } (do { $moment }).
link-not-you = To nie Twoja prośba? Zamknij tę stronę i nic się nie stanie. Jeśli to się powtarza, skontaktuj się z { $business }.
link-recover = Wyślij mi nowy link
link-expired = Ten link wygasł
link-expired-why = Linki do rozliczeń działają tylko przez krótki czas, aby stary e-mail niczego nie otwierał.
link-used = Ten link został już użyty
link-used-why = Każdy link działa jeden raz. Jeśli otworzył go ktoś inny, poproś o nowy i daj nam znać.
link-replaced = Jest nowszy link
link-replaced-why = Nowszy e-mail zastąpił ten. Odszukaj najnowszy w skrzynce albo poproś o kolejny.
link-unknown = Ten link nie działa
link-unknown-why = Może być niepełny albo wycofany. Otwórz go ponownie z e-maila albo poproś o nowy.
link-mailed-to = Wyślemy go na adres, który mamy zapisany. Jest nieaktualny? Skontaktuj się z { $business }.
link-sent = Sprawdź pocztę
link-sent-says = Jeśli link należy do konta, nowy jest już w drodze na zapisany adres.
link-sent-nothing = Po kilku minutach nadal nic? Sprawdź folder spam, a potem skontaktuj się z { $business }.
