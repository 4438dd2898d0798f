# What is to be paid and by what, and how it went

pay-title = Zapłać fakturę { $number }
pay-title-all = { $count ->
        [one] Zapłać { $count } fakturę
        [few] Zapłać { $count } faktury
        [many] Zapłać { $count } faktur
       *[other] Zapłać { $count } faktury
    }
pay-changed = Kwota do zapłaty się zmieniła.
pay-changed-next = Niczego nie pobrano. Sprawdź nową kwotę.
pay-sum = Do zapłaty
pay-with = Zapłać za pomocą
pay-expires = ważna do { $expiry }
pay-expired = wygasła { $expiry }
pay-other-card = Użyj innej karty
paid-all = Dziękujemy, zapłacono
paid-some = Opłacone faktury: { $paid } z { $all }
paid-see-invoices = Zobacz faktury
paid-change = Zmiana subskrypcji
paid-pending = W toku
paid-not = Nieopłacona
paid-returned = Już opłacone: ta płatność zostanie zwrócona
sandbox-bank = Potwierdź tę płatność
sandbox-bank-test = Bank testowy.
sandbox-bank-says = Prawdziwy bank pokazuje tu własną stronę. Żadne pieniądze nie są przelewane.
sandbox-bank-to = Do
sandbox-bank-from = Od
payment-call-off = Anuluj
sandbox-bank-yes = Potwierdź płatność
waiting-title = { $count ->
        [one] Jedna płatność czeka na bank
        [few] { $count } płatności czekają na bank
        [many] { $count } płatności czeka na bank
       *[other] { $count } płatności czeka na bank
    }
waiting-says = Nic nie zostanie pobrane, dopóki płatność nie zostanie potwierdzona w banku. Niepotwierdzona w ciągu godziny jest anulowana.
