# Forms: what needs attention, what may stay empty

form-optional = Freiwillig
form-check = Bitte prüfen Sie die markierten Felder.
form-not-saved = Es wurde noch nichts gespeichert.
