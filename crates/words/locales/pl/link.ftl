link-recover = Wyślij mi nowy link
