# Why something cannot be done, and why money did not come

refusal-offline = Tego nie można zrobić online. Prosimy o kontakt z obsługą klienta.
refusal-already-canceled = Ta subskrypcja już się zakończyła.
refusal-cancelation-pending = Ta subskrypcja ma już wyznaczony koniec.
refusal-not-scheduled = Ta subskrypcja nie ma wyznaczonego końca, więc nie ma czego cofać.
refusal-end-set-by-merchant = Koniec tej subskrypcji wyznaczyliśmy my. Prosimy o kontakt z obsługą klienta.
refusal-without-seats = Ten plan ma jedną cenę, niezależnie od liczby stanowisk.
refusal-past-due = Jedna z faktur nie jest opłacona. Po jej opłaceniu można przejść na wyższy plan.
refusal-too-few-seats = Ten plan zaczyna się od większej liczby stanowisk.
refusal-too-many-seats = Ten plan nie obejmuje tylu stanowisk. Aby mieć ich więcej, prosimy o kontakt z obsługą klienta.
refusal-assigned-seats = Osobom w Państwa zespole przydzielono więcej stanowisk. Najpierw proszę zwolnić część z nich.
refusal-contract = Umowa utrzymuje to, co ustalono, do jej końca.
refusal-no-change = Nie zaplanowano żadnej zmiany, więc nie ma czego cofać.
refusal-change-set-by-merchant = Tę zmianę wyznaczyliśmy my. Prosimy o kontakt z obsługą klienta.
refusal-last-method = Subskrypcja jest nią opłacana. Prosimy najpierw dodać inną metodę płatności, wtedy tę będzie można usunąć.
refusal-default-method = Faktury są nią opłacane. Prosimy najpierw ustawić inną metodę płatności jako domyślną.
refusal-already-default = Faktury są już nią opłacane.
refusal-no-method = Prosimy najpierw dodać metodę płatności.
refusal-nothing-due = Nie ma tu już nic do zapłaty.
decline-declined = Bank odrzucił płatność. Prosimy użyć innej metody płatności lub zapytać bank o powód.
decline-funds = Na koncie brakuje środków. Prosimy użyć innej metody płatności lub spróbować później.
decline-expired = Karta straciła ważność. Prosimy ją zaktualizować lub użyć innej metody płatności.
decline-not-confirmed = Płatność nie została potwierdzona w banku. Prosimy spróbować ponownie.
