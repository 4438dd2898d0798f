# An invoice that waits, a payment that failed, a trial that ends

mail-invoice-subject = Faktura { $number } od { $business }
mail-invoice-preheader = { $sum }, termin płatności { $day }.
mail-invoice-heading = Nowa faktura
mail-invoice-says = Subskrypcja została odnowiona. Prosimy zapłacić { $sum } do { $day }: nie zapisano metody płatności, którą moglibyśmy obciążyć.
mail-failed-subject = Płatność za fakturę { $number } nie powiodła się
mail-failed-again-subject = Płatność za fakturę { $number } nie powiodła się: kolejna próba { $day }
mail-failed-heading = Płatność nie powiodła się
mail-failed-preheader = Do zapłaty za fakturę { $number }: { $sum }.
mail-failed-says = Nie udało się pobrać kwoty z faktury { $number }. { $why }
mail-failed-nothing-on-file = Nie zapisano żadnej metody płatności. Prosimy ją dodać lub opłacić fakturę.
mail-failed-confirm = Bank prosi o osobiste potwierdzenie tej płatności. Prosimy otworzyć poniżej swoje rozliczenia, opłacić fakturę i potwierdzić.
mail-failed-again = Spróbujemy ponownie { $day }. Do tego czasu subskrypcja trwa; jeśli na koncie są środki, nie trzeba nic robić.
mail-failed-open = Nie spróbujemy ponownie automatycznie. Prosimy opłacić fakturę, aby subskrypcja mogła trwać dalej.
mail-failed-ended = Ponieważ nie udało się jej opłacić, subskrypcja została zakończona. Faktura pozostaje do zapłaty.
mail-failed-ended-subject = Subskrypcja w { $business } została zakończona
mail-trial-subject = Okres próbny { $plan } kończy się { $day }
mail-trial-heading = Okres próbny wkrótce się kończy
mail-trial-says = Okres próbny { $plan } kończy się { $day }.
mail-trial-charged = Pobierzemy wtedy { $sum } za pierwszy okres: { $method }.
mail-trial-nothing-on-file = Pierwszy okres kosztuje wtedy { $sum }, a nie zapisano jeszcze metody płatności. Prosimy ją dodać przed { $day }.
