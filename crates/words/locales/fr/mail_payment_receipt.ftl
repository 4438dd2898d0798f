# The receipt by mail of a payment

mail-paid-subject = Reçu pour la facture { $number }
mail-paid-preheader = { $sum } reçus. Cet e-mail vous sert de reçu.
mail-paid-heading = Nous avons reçu votre paiement
mail-paid-says = Merci : nous avons reçu votre paiement de { $sum }, et la facture { $number } est réglée.
mail-paid-part-says = Merci : nous avons reçu votre paiement de { $sum } sur la facture { $number }.
mail-paid-closing = Veuillez conserver cet e-mail comme reçu. Si ce paiement n’est pas le vôtre, contactez { $whom } immédiatement.
