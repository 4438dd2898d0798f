# An address, in a form

address-line1 = Via e numero civico
address-line2 = Informazioni aggiuntive
address-postal-code = CAP
address-city = Città
address-region = Stato, provincia o regione
address-country = Paese
