# Cards and bank accounts on file

methods-none = Es ist kein Zahlungsmittel hinterlegt. Mit einem können Sie Rechnungen hier bezahlen, und Ihr Abonnement verlängert sich von selbst.
method-default = Standard
method-kept = Ihr Abonnement wird damit bezahlt. Um es zu ersetzen, fügen Sie zuerst ein anderes hinzu.
method-update = Aktualisieren
method-make-default = Als Standard
method-remove = Entfernen
method-expires = Gültig bis { $expiry }
method-expires-soon = Läuft bald ab, { $expiry }
method-expired = Abgelaufen { $expiry }
method-remove-title = Dieses Zahlungsmittel entfernen?
method-remove-off = { $method } wird entfernt und nicht mehr belastet.
method-remove-made = Bereits damit geleistete Zahlungen bleiben, wie sie sind.
method-remove-again = Sie können es jederzeit wieder hinzufügen.
method-remove-no = Behalten
