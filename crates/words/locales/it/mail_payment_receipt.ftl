# The receipt by mail of a payment

mail-paid-subject = Ricevuta della fattura { $number }
mail-paid-preheader = { $sum } ricevuti. Questa e-mail vale come ricevuta.
mail-paid-heading = Abbiamo ricevuto il suo pagamento
mail-paid-says = Grazie: abbiamo ricevuto il suo pagamento di { $sum } e la fattura { $number } è pagata.
mail-paid-part-says = Grazie: abbiamo ricevuto il suo pagamento di { $sum } per la fattura { $number }.
mail-paid-closing = Conservi questa e-mail come ricevuta. Se questo pagamento non è suo, si rivolga subito a { $whom }.

mail-returned-subject = Il suo pagamento della fattura { $number } torna indietro
mail-returned-heading = Il suo pagamento torna indietro
mail-returned-says = La fattura { $number } era già saldata quando è arrivato il suo pagamento. Perciò { $sum } tornano a: { $method }. Non deve fare nulla.
mail-row-returned = Torna indietro
