# The pages after a visit

signed-out = Wylogowano
signed-out-says = W tej przeglądarce nikt już nie zobaczy rozliczeń. Aby wrócić, użyj nowego linku.
session-over = Wizyta się zakończyła
session-over-says = Dla ochrony prywatności rozliczeń wizyta kończy się po pewnym czasie. Wszystko, co potwierdzono wcześniej, jest zapisane. To, co właśnie wysłano, nie zostało wykonane.
session-mailed = Wyślemy go na adres, który mamy zapisany.
session-none = Otwórz rozliczenia za pomocą linku
session-none-says = Tutaj nie ma hasła: { $business } wysyła e-mailem link, a link otwiera rozliczenia.
session-none-next = Odszukaj ostatni e-mail od { $business } albo poproś { $whom } o nowy link.
