# An address, in a form

address-line1 = Calle y número
address-line2 = Información adicional
address-postal-code = Código postal
address-city = Ciudad
address-region = Estado, provincia o región
address-country = País
