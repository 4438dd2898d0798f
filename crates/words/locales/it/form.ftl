# Forms: what needs attention, what may stay empty

form-optional = Facoltativo
form-check = Controlli i campi evidenziati.
form-not-saved = Non è stato ancora salvato nulla.
