# Forms: what needs attention, what may stay empty

form-optional = Opcional
form-check = Verifique os campos marcados.
form-not-saved = Nada foi salvo ainda.
