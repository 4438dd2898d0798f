# Forms: what needs attention, what may stay empty

form-optional = Facultatif
form-check = Veuillez vérifier les champs signalés.
form-not-saved = Rien n’a encore été enregistré.
