# An address, in a form

address-line1 = Street and number
address-line2 = Further line
address-postal-code = Postal code
address-city = City
address-region = State, province or region
address-country = Country
