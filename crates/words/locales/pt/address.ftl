# An address, in a form

address-line1 = Rua e número
address-line2 = Complemento
address-postal-code = CEP ou código postal
address-city = Cidade
address-region = Estado, província ou região
address-country = País
