# An invoice that waits, a payment that failed, a trial that ends

mail-invoice-subject = Fattura { $number } di { $business }
mail-invoice-preheader = { $sum }, da pagare entro il { $day }.
mail-invoice-heading = La sua nuova fattura
mail-invoice-says = Il suo abbonamento è stato rinnovato. La preghiamo di pagare { $sum } entro il { $day }: non c’è alcun metodo di pagamento registrato su cui effettuare l’addebito.
mail-failed-subject = Il pagamento della fattura { $number } non è riuscito
mail-failed-again-subject = Il pagamento della fattura { $number } non è riuscito: nuovo tentativo il { $day }
mail-failed-heading = Il suo pagamento non è riuscito
mail-failed-preheader = { $sum } da pagare per la fattura { $number }.
mail-failed-says = Non siamo riusciti a incassare quanto dovuto per la fattura { $number }. { $why }
mail-failed-nothing-on-file = Non c’è alcun metodo di pagamento registrato. Ne aggiunga uno o paghi la fattura.
mail-failed-confirm = La banca chiede che sia Lei a confermare questo pagamento. Apra qui sotto la sua fatturazione, paghi la fattura e confermi.
mail-failed-again = Riproveremo il { $day }. Fino ad allora l’abbonamento continua; se il conto è coperto non deve fare nulla.
mail-failed-open = Non riproveremo da soli. La preghiamo di pagare la fattura, affinché l’abbonamento possa continuare.
mail-failed-ended = Poiché non è stato possibile pagarla, il suo abbonamento è terminato. La fattura resta da pagare.
mail-failed-ended-subject = Il suo abbonamento con { $business } è terminato
mail-trial-subject = La prova di { $plan } termina il { $day }
mail-trial-heading = La sua prova termina presto
mail-trial-says = La sua prova di { $plan } termina il { $day }.
mail-trial-charged = Addebiteremo quindi { $sum } per il primo periodo: { $method }.
mail-trial-nothing-on-file = Il primo periodo costa poi { $sum } e non c’è ancora alcun metodo di pagamento registrato. Ne aggiunga uno prima del { $day }.
