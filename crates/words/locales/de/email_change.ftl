# A new e-mail address: asked, confirmed, told

email-title = E-Mail-Adresse bestätigen
email-ask = Künftig soll { $business } Ihre Rechnungsmails an { $email } senden.
email-confirm = Diese Adresse verwenden
email-not-you = Waren Sie das nicht? Dann ignorieren Sie dies: Ohne die Schaltfläche ändert sich nichts.
email-done = Ihre E-Mail-Adresse ist geändert
email-done-more = { $business } schreibt jetzt an { $email }. Auch die alte Adresse haben wir benachrichtigt.
email-dead = Dieser Link funktioniert nicht mehr
email-dead-more = Er funktioniert einmal und 24 Stunden lang. Tragen Sie die neue Adresse bitte erneut in Ihren Rechnungsdaten ein.
email-mail-subject = Bestätigen Sie Ihre Adresse für { $business }
email-mail-says = Jemand, vermutlich Sie, möchte Rechnungsmails von { $business } an diese Adresse erhalten.
email-changed-subject = Ihre Adresse bei { $business } ist geändert
email-changed-says = Ab jetzt sendet { $business } Ihre Rechnungsmails an { $email } und nicht mehr hierher.
email-changed-not-you = Wenn Sie das nicht waren, schreiben Sie bitte sofort an { $contact }.
