# What all mails share

mail-hello = Salve { $name },
mail-questions = Domande? { $email }
mail-ask = Ha domande in proposito? Si rivolga a { $whom }.
mail-keep-to-yourself = Non inoltri questa e-mail: chi apre per primo il link vede la sua fatturazione.
mail-link-expiry = Questo link funziona una sola volta e scade il { $moment }, { $span } dopo l’invio di questa e-mail.
mail-link-copy = Se il pulsante non fa nulla, copi questo indirizzo nel browser:
mail-link-text = { $button }:
mail-receipt-preheader = { $heading }. Questa e-mail vale come ricevuta.
mail-receipt-closing = Conservi questa e-mail come ricevuta. Se non è stato Lei, si rivolga subito a { $whom }.
mail-row-text = { $name }: { $value }
mail-row-text-noted = { $name } ({ $note }): { $value }
mail-row-plan = Piano
mail-row-tax = Imposta
mail-row-paid = Pagato
mail-row-with = Con
mail-row-invoice = Fattura
mail-row-due = Da pagare
mail-row-due-by = Da pagare entro il
mail-row-still-due = Ancora da pagare
mail-row-received = Ricevuto
mail-row-ends = Termina il
mail-row-ended = Terminato il
mail-row-trial-ends = Fine della prova
mail-row-first-invoice = Prima fattura
mail-row-confirmed = Confermato
mail-row-reference = Riferimento
