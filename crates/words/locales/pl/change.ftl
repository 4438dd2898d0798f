# Choosing another plan or other seats, and calling off a change that waits

change-title = Zmiana planu
change-title-seats = Zmiana liczby stanowisk
change-monthly = Płatność miesięczna
change-yearly = Płatność roczna
change-your-plan = Obecny plan
change-seats-range = od { $min } do { $max } stanowisk
change-seats-least = co najmniej { $min } stanowisk
change-seats = Stanowiska
change-seats-hint = Obecnie: { $seats }. Dotyczy planów z ceną za stanowisko.
change-seats-assigned = Przydzielone osobom: { $seats }. Mniej wybrać nie można.
change-back = Wstecz
change-see = Zobacz koszt
change-nothing-yet = Na razie nic się nie zmienia. Najpierw zobaczysz dokładne kwoty i je potwierdzisz.
change-refused = Ta zmiana nie jest możliwa.
change-same = To już jest obecny stan.
change-same-next = Wybierz inny plan lub inną liczbę stanowisk.
change-seats-wrong = Sprawdź liczbę stanowisk.
change-seats-wrong-next = Wpisz ją cyframi, na przykład 5.
undo-change-title = Zostawić wszystko bez zmian?
undo-change-off = Zmiana na { $plan } w dniu { $day } zostaje odwołana.
undo-change-keep = { $plan } pozostaje bez zmian.
undo-change-free = Dziś nic nie zostanie pobrane.
undo-change-no = Zostaw zmianę
undo-change-yes = Odwołaj zmianę
