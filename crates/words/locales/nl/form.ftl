# Forms: what needs attention, what may stay empty

form-optional = Optioneel
form-check = Controleer de gemarkeerde velden.
form-not-saved = Er is nog niets opgeslagen.
