# The receipt by mail of a payment

mail-paid-subject = Potwierdzenie do faktury { $number }
mail-paid-preheader = Otrzymaliśmy { $sum }. Ten e-mail jest potwierdzeniem.
mail-paid-heading = Otrzymaliśmy płatność
mail-paid-says = Dziękujemy: otrzymaliśmy płatność { $sum }, a faktura { $number } jest opłacona.
mail-paid-part-says = Dziękujemy: otrzymaliśmy płatność { $sum } na poczet faktury { $number }.
mail-paid-closing = Prosimy zachować ten e-mail jako potwierdzenie. Jeśli ta płatność nie pochodzi od Państwa, prosimy o natychmiastowy kontakt z { $whom }.

mail-returned-subject = Płatność za fakturę { $number } zostanie zwrócona
mail-returned-heading = Płatność zostanie zwrócona
mail-returned-says = Faktura { $number } była już rozliczona, zanim dotarła płatność. Dlatego { $sum } wróci na: { $method }. Nie trzeba nic robić.
mail-row-returned = Do zwrotu
