# The receipt by mail of a cancellation

mail-cancel-subject = { $plan } termina il { $day }
mail-cancel-heading = La sua disdetta è registrata
mail-cancel-says = Il suo abbonamento a { $plan } termina il { $day }. Fino ad allora conserva tutto e non ci saranno altre fatture. Le fatture in sospeso restano da pagare.
mail-undo-subject = { $plan } continua
mail-undo-heading = Il suo abbonamento continua
mail-undo-says = Il suo abbonamento a { $plan } non termina più. Non cambia nulla e la prossima fattura arriva il { $day }.
mail-ended-subject = { $plan } è terminato
mail-ended-heading = Il suo abbonamento è terminato
mail-ended-says = Il suo abbonamento a { $plan } è terminato il { $day }. Non ci saranno altre fatture. Le fatture in sospeso restano da pagare e può ancora consultarle tutte. Grazie di essere stati con noi.
mail-ended-credit = { $sum } per il tempo pagato e non utilizzato tornano al metodo di pagamento di origine.
mail-row-credit = Accreditato
mail-row-used = Per l’utilizzo
