# Putting a card or a bank account on file, and changing it

method-test = Testportal.
method-test-card = Es fließt kein Geld, und nur Testnummern werden angenommen: { $number }, ein beliebiges künftiges Datum, drei beliebige Ziffern.
method-test-bank = Es fließt kein Geld, und nur Testnummern werden angenommen: IBAN { $iban }, oder Routing-Nummer { $routing } mit Konto { $account }.
card-number = Kartennummer
card-expires = Gültig bis
card-expires-example = MM/JJ
card-code = Prüfziffer
card-holder = Name auf der Karte
card-not-kept = Die Nummer geht an den Zahlungsdienstleister und wird hier nicht gespeichert: nur ihre letzten vier Ziffern.
card-save = Karte speichern
card-bank-instead = Stattdessen ein Bankkonto verwenden
bank-add = Bankkonto hinzufügen
bank-holder = Kontoinhaber
bank-with-iban = Konto mit IBAN
bank-in-us = Oder ein Konto in den USA
bank-routing = Routing-Nummer
bank-account = Kontonummer
bank-mandate = Mit dem Speichern erlauben Sie { $business }, fällige Beträge von diesem Konto einzuziehen. Sie können das hier jederzeit widerrufen.
bank-not-kept = Die Nummer wird hier nicht gespeichert: nur ihre letzten vier Ziffern.
bank-save = Konto speichern
bank-card-instead = Stattdessen eine Karte verwenden
method-edit = { $method } aktualisieren
method-new-number = Eine Karte mit neuer Nummer fügen Sie als neue Karte hinzu.
method-holder = Name des Inhabers
method-address = Rechnungsadresse
method-save = Speichern
