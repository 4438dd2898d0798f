link-recover = Inviami un nuovo link
