home-paid-up = Wszystko jest opłacone
home-open = { $count ->
    [one] Masz jedną nieopłaconą fakturę
    [few] Masz { $count } nieopłacone faktury
    [many] Masz { $count } nieopłaconych faktur
   *[other] Masz { $count } nieopłaconej faktury
    }
home-overdue = { $count ->
    [one] Masz jedną fakturę po terminie
    [few] Masz { $count } faktury po terminie
    [many] Masz { $count } faktur po terminie
   *[other] Masz { $count } faktury po terminie
    }
home-subscriptions = Twoje subskrypcje
home-latest = Najnowsze faktury
home-nothing-due = Nie ma nic do zapłaty. Nowe faktury pojawią się tutaj.
home-amount-due = Kwota do zapłaty
home-pay = { $count ->
    [one] Zapłać teraz
   *[other] Zapłać wszystkie
    }
home-all-overdue = Całość po terminie
home-part-overdue = W tym { $amount } po terminie
home-due-by = Do zapłaty do { $day }
home-invoice = Faktura { $number }
home-welcome = Witamy, { $name }
home-nothing = Nie ma tu teraz nic do pokazania. W sprawie rozliczeń skontaktuj się z { $business }.
