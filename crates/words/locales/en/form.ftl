# Forms: what needs attention, what may stay empty

form-optional = Optional
form-check = Please check the marked fields.
form-not-saved = Nothing was saved yet.
