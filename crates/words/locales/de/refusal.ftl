# Why something cannot be done, and why money did not come

refusal-offline = Das geht nicht online. Bitte wenden Sie sich an den Support.
refusal-already-canceled = Dieses Abonnement ist bereits beendet.
refusal-cancelation-pending = Dieses Abonnement ist bereits gekündigt.
refusal-not-scheduled = Dieses Abonnement ist nicht gekündigt, es gibt also nichts zurückzunehmen.
refusal-end-set-by-merchant = Das Ende dieses Abonnements haben wir festgelegt. Bitte wenden Sie sich an den Support.
refusal-without-seats = Dieser Tarif hat einen festen Preis, unabhängig von der Zahl der Plätze.
refusal-past-due = Eine Rechnung ist nicht bezahlt. Sobald sie bezahlt ist, können Sie in einen höheren Tarif wechseln.
refusal-too-few-seats = Dieser Tarif beginnt mit mehr Plätzen.
refusal-too-many-seats = So viele Plätze hat dieser Tarif nicht. Für mehr wenden Sie sich bitte an den Support.
refusal-assigned-seats = Mehr Plätze als das sind an Personen in Ihrem Team vergeben. Geben Sie zuerst welche frei.
refusal-contract = Ihr Vertrag hält das Vereinbarte bis zu seinem Ende fest.
refusal-no-change = Es ist keine Änderung vorgemerkt, es gibt also nichts zurückzunehmen.
refusal-change-set-by-merchant = Diese Änderung haben wir festgelegt. Bitte wenden Sie sich an den Support.
refusal-last-method = Ihr Abonnement wird damit bezahlt. Hinterlegen Sie zuerst ein anderes Zahlungsmittel, dann können Sie dieses entfernen.
refusal-default-method = Ihre Rechnungen werden damit bezahlt. Machen Sie zuerst ein anderes Zahlungsmittel zum Standard.
refusal-already-default = Ihre Rechnungen werden bereits damit bezahlt.
refusal-no-method = Bitte hinterlegen Sie zuerst ein Zahlungsmittel.
refusal-nothing-due = Hier ist nichts mehr zu bezahlen.
decline-declined = Ihre Bank hat die Zahlung abgelehnt. Bitte verwenden Sie ein anderes Zahlungsmittel, oder fragen Sie Ihre Bank nach dem Grund.
decline-funds = Das Konto ist nicht ausreichend gedeckt. Bitte verwenden Sie ein anderes Zahlungsmittel, oder versuchen Sie es später noch einmal.
decline-expired = Die Karte ist abgelaufen. Bitte aktualisieren Sie sie, oder verwenden Sie ein anderes Zahlungsmittel.
decline-not-confirmed = Die Zahlung wurde nicht bei Ihrer Bank bestätigt. Bitte versuchen Sie es noch einmal.
