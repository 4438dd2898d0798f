# An address, in a form

address-line1 = Straat en huisnummer
address-line2 = Extra adresregel
address-postal-code = Postcode
address-city = Plaats
address-region = Staat, provincie of regio
address-country = Land
