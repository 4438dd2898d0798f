# Forms: what needs attention, what may stay empty

form-optional = Opcional
form-check = Revise los campos marcados.
form-not-saved = Aún no se ha guardado nada.
