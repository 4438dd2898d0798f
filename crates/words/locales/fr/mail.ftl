# What all mails share

mail-hello = Bonjour { $name },
mail-questions = Des questions ? { $email }
mail-ask = Une question à ce sujet ? Veuillez contacter { $whom }.
mail-keep-to-yourself = Ne transférez pas cet e-mail : la première personne qui ouvre le lien voit votre facturation.
mail-link-expiry = Ce lien fonctionne une seule fois et expire le { $moment }, { $span } après l’envoi de cet e-mail.
mail-link-copy = Si le bouton ne fait rien, copiez cette adresse dans votre navigateur :
mail-link-text = { $button } :
mail-receipt-preheader = { $heading }. Cet e-mail vous sert de reçu.
mail-receipt-closing = Veuillez conserver cet e-mail comme reçu. Si ce n’était pas vous, contactez { $whom } immédiatement.
mail-row-text = { $name } : { $value }
mail-row-text-noted = { $name } ({ $note }) : { $value }
mail-row-plan = Formule
mail-row-tax = Taxe
mail-row-paid = Payé
mail-row-with = Avec
mail-row-invoice = Facture
mail-row-due = À payer
mail-row-due-by = À payer avant le
mail-row-still-due = Reste à payer
mail-row-received = Reçu
mail-row-ends = Se termine le
mail-row-ended = Terminé le
mail-row-trial-ends = Fin de l’essai
mail-row-first-invoice = Première facture
mail-row-confirmed = Confirmé
mail-row-reference = Référence
