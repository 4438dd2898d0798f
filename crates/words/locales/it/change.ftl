# Choosing another plan or other seats, and calling off a change that waits

change-title = Cambia piano
change-title-seats = Cambia i posti
change-monthly = Pagamento mensile
change-yearly = Pagamento annuale
change-your-plan = Piano attuale
change-seats-range = da { $min } a { $max } posti
change-seats-least = almeno { $min } posti
change-seats = Posti
change-seats-hint = Attualmente: { $seats }. Vale per i piani con prezzo per posto.
change-seats-assigned = Assegnati a persone: { $seats }. Non si può scendere al di sotto.
change-back = Indietro
change-see = Vedi quanto costa
change-nothing-yet = Per ora non cambia nulla. Prima si vedono gli importi esatti, poi si confermano.
change-refused = Questa modifica non è possibile.
change-same = È già la situazione attuale.
change-same-next = Scegliere un altro piano o un altro numero di posti.
change-seats-wrong = Controllare il numero di posti.
change-seats-wrong-next = Scriverlo in cifre, ad esempio 5.
undo-change-title = Lasciare tutto com’è?
undo-change-off = Il passaggio a { $plan } del { $day } è annullato.
undo-change-keep = { $plan } resta com’è oggi.
undo-change-free = Oggi non viene addebitato nulla.
undo-change-no = Mantieni la modifica
undo-change-yes = Annulla la modifica
