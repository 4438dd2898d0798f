# An invoice that waits, a payment that failed, a trial that ends

mail-invoice-subject = Rechnung { $number } von { $business }
mail-invoice-preheader = { $sum }, zahlbar bis { $day }.
mail-invoice-heading = Ihre neue Rechnung
mail-invoice-says = Ihr Abonnement wurde verlängert. Bitte bezahlen Sie { $sum } bis { $day }: Es ist kein Zahlungsmittel hinterlegt, von dem wir abbuchen könnten.
mail-failed-subject = Ihre Zahlung der Rechnung { $number } ist fehlgeschlagen
mail-failed-again-subject = Ihre Zahlung der Rechnung { $number } ist fehlgeschlagen: nächster Versuch am { $day }
mail-failed-heading = Ihre Zahlung hat nicht geklappt
mail-failed-preheader = Für die Rechnung { $number } sind { $sum } offen.
mail-failed-says = Wir konnten den offenen Betrag der Rechnung { $number } nicht einziehen. { $why }
mail-failed-nothing-on-file = Es ist kein Zahlungsmittel hinterlegt. Bitte hinterlegen Sie eines, oder bezahlen Sie die Rechnung.
mail-failed-confirm = Ihre Bank möchte, dass Sie diese Zahlung selbst bestätigen. Bitte öffnen Sie unten Ihre Abrechnung, bezahlen Sie die Rechnung und bestätigen Sie sie.
mail-failed-again = Wir versuchen es am { $day } noch einmal. Bis dahin läuft Ihr Abonnement weiter; Sie brauchen nichts zu tun, wenn das Konto gedeckt ist.
mail-failed-open = Wir versuchen es nicht von selbst noch einmal. Bitte bezahlen Sie die Rechnung, damit Ihr Abonnement weiterlaufen kann.
mail-failed-ended = Weil sie nicht bezahlt werden konnte, ist Ihr Abonnement beendet. Die Rechnung bleibt offen.
mail-failed-ended-subject = Ihr Abonnement bei { $business } ist beendet
mail-trial-subject = Ihre Testphase von { $plan } endet am { $day }
mail-trial-heading = Ihre Testphase endet bald
mail-trial-says = Ihre Testphase von { $plan } endet am { $day }.
mail-trial-charged = Danach buchen wir für den ersten Zeitraum { $sum } ab: { $method }.
mail-trial-nothing-on-file = Der erste Zeitraum kostet dann { $sum }, und es ist noch kein Zahlungsmittel hinterlegt. Bitte hinterlegen Sie eines vor dem { $day }.
