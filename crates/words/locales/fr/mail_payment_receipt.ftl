# The receipt by mail of a payment

mail-paid-subject = Reçu pour la facture { $number }
mail-paid-preheader = { $sum } reçus. Cet e-mail vous sert de reçu.
mail-paid-heading = Nous avons reçu votre paiement
mail-paid-says = Merci : nous avons reçu votre paiement de { $sum }, et la facture { $number } est réglée.
mail-paid-part-says = Merci : nous avons reçu votre paiement de { $sum } sur la facture { $number }.
mail-paid-closing = Veuillez conserver cet e-mail comme reçu. Si ce paiement n’est pas le vôtre, contactez { $whom } immédiatement.

mail-returned-subject = Votre paiement de la facture { $number } vous est rendu
mail-returned-heading = Votre paiement vous est rendu
mail-returned-says = La facture { $number } était réglée avant l’arrivée de votre paiement. { $sum } vous sont donc rendus ({ $method }). Vous n’avez rien à faire.
mail-row-returned = Rendu
