# An address, in a form

address-line1 = Numéro et rue
address-line2 = Complément d’adresse
address-postal-code = Code postal
address-city = Ville
address-region = État, province ou région
address-country = Pays
