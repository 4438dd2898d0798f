# What invoices are made out to

details-title = Rechnungsdaten
details-when = Gilt ab Ihrer nächsten Rechnung. Bereits ausgestellte Rechnungen bleiben unverändert.
details-name = Name oder Firma
details-email = E-Mail-Adresse
details-email-hint = An eine neue Adresse senden wir einen Link; sie gilt, sobald Sie ihn geöffnet haben.
details-waiting = { $email } ist noch nicht bestätigt. Bitte öffnen Sie den Link, den wir dorthin gesendet haben.
details-address = Anschrift
details-tax-ids = Steuernummern
details-tax-hint = Stehen auf Ihren Rechnungen. Leeren Sie ein Feld, um eine Nummer zu entfernen.
details-tax-scheme = Art der Nummer { $count }
details-tax-number = Nummer { $count }
details-tax-eu = USt-IdNr. (EU)
details-save = Speichern
details-locked = Um diese Daten zu ändern, wenden Sie sich bitte an { $business }.
details-fault-missing = Bitte füllen Sie dieses Feld aus.
details-fault-email = Das ist keine E-Mail-Adresse wie billing@acme.example.
details-fault-shape = So sieht eine solche Nummer nicht aus. Bitte prüfen Sie Art und Ziffern.
details-fault-checksum = Diese Nummer enthält einen Tippfehler. Bitte vergleichen Sie Ziffer für Ziffer.
details-saved = Ihre Rechnungsdaten sind gespeichert.
details-saved-more = Sie gelten ab Ihrer nächsten Rechnung.
