# The receipt by mail of a payment

mail-paid-subject = Ricevuta della fattura { $number }
mail-paid-preheader = { $sum } ricevuti. Questa e-mail vale come ricevuta.
mail-paid-heading = Abbiamo ricevuto il suo pagamento
mail-paid-says = Grazie: abbiamo ricevuto il suo pagamento di { $sum } e la fattura { $number } è pagata.
mail-paid-part-says = Grazie: abbiamo ricevuto il suo pagamento di { $sum } per la fattura { $number }.
mail-paid-closing = Conservi questa e-mail come ricevuta. Se questo pagamento non è suo, si rivolga subito a { $whom }.
