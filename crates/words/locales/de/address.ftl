# An address, in a form

address-line1 = Straße und Hausnummer
address-line2 = Adresszusatz
address-postal-code = Postleitzahl
address-city = Ort
address-region = Bundesland oder Region
address-country = Land
