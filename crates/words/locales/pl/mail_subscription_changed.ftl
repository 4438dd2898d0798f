# The receipt by mail of a cancellation

mail-cancel-subject = { $plan } kończy się { $day }
mail-cancel-heading = Rezygnacja została zapisana
mail-cancel-says = Subskrypcja { $plan } kończy się { $day }. Do tego czasu wszystko pozostaje dostępne i nie będzie za nią kolejnych faktur. Nieopłacone faktury pozostają do zapłaty.
mail-undo-subject = { $plan } trwa dalej
mail-undo-heading = Subskrypcja trwa dalej
mail-undo-says = Subskrypcja { $plan } jednak się nie kończy. Nic się nie zmienia, a następna faktura przyjdzie { $day }.
mail-ended-subject = { $plan }: subskrypcja zakończona
mail-ended-heading = Subskrypcja została zakończona
mail-ended-says = Subskrypcja { $plan } zakończyła się { $day }. Nie będzie za nią kolejnych faktur. Nieopłacone faktury pozostają do zapłaty i wszystkie można nadal przeglądać. Dziękujemy za wspólny czas.
mail-ended-credit = { $sum } za opłacony i niewykorzystany czas wróci tam, skąd przyszło.
mail-row-credit = Uznano
mail-row-used = Za wykorzystanie
