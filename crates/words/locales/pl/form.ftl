# Forms: what needs attention, what may stay empty

form-optional = Opcjonalnie
form-check = Sprawdź zaznaczone pola.
form-not-saved = Nic jeszcze nie zapisano.
