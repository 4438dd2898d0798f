# Choosing another plan or other seats, and calling off a change that waits

change-title = Tarif ändern
change-title-seats = Plätze ändern
change-monthly = Monatliche Zahlung
change-yearly = Jährliche Zahlung
change-your-plan = Ihr Tarif
change-seats-range = { $min } bis { $max } Plätze
change-seats-least = mindestens { $min } Plätze
change-seats = Plätze
change-seats-hint = Sie haben { $seats }. Zählt bei Tarifen mit Preis je Platz.
change-seats-assigned = An Personen vergeben: { $seats }. Weniger geht nicht.
change-back = Zurück
change-see = Kosten ansehen
change-nothing-yet = Noch ändert sich nichts. Sie sehen zuerst die genauen Beträge und bestätigen sie.
change-refused = Diese Änderung ist nicht möglich.
change-same = Das haben Sie bereits.
change-same-next = Wählen Sie einen anderen Tarif oder eine andere Zahl von Plätzen.
change-seats-wrong = Bitte prüfen Sie die Zahl der Plätze.
change-seats-wrong-next = Schreiben Sie sie in Ziffern, zum Beispiel 5.
undo-change-title = Soll alles bleiben, wie es ist?
undo-change-off = Der Wechsel zu { $plan } am { $day } entfällt.
undo-change-keep = Sie behalten { $plan }, wie es heute ist.
undo-change-free = Heute wird nichts berechnet.
undo-change-no = Änderung beibehalten
undo-change-yes = Änderung absagen
