# An address, in a form

address-line1 = Ulica i numer
address-line2 = Dodatkowa linia adresu
address-postal-code = Kod pocztowy
address-city = Miejscowość
address-region = Województwo lub region
address-country = Kraj
