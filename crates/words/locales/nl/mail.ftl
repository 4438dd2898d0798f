# What all mails share

mail-hello = Beste { $name },
mail-questions = Vragen? { $email }
mail-ask = Hebt u hierover vragen? Neem contact op met { $whom }.
mail-keep-to-yourself = Stuur deze e-mail niet door: wie de link als eerste opent, ziet uw facturering.
mail-link-expiry = Deze link werkt één keer en verloopt op { $moment }, { $span } na het versturen van deze e-mail.
mail-link-copy = Doet de knop niets, kopieer dan dit adres naar uw browser:
mail-link-text = { $button }:
mail-receipt-preheader = { $heading }. Deze e-mail is uw bewijs.
mail-receipt-closing = Bewaar deze e-mail als bewijs. Was u dit niet, neem dan meteen contact op met { $whom }.
mail-row-text = { $name }: { $value }
mail-row-text-noted = { $name } ({ $note }): { $value }
mail-row-plan = Abonnement
mail-row-tax = Btw
mail-row-paid = Betaald
mail-row-with = Met
mail-row-invoice = Factuur
mail-row-due = Te betalen
mail-row-due-by = Te betalen uiterlijk
mail-row-still-due = Nog te betalen
mail-row-received = Ontvangen
mail-row-ends = Eindigt op
mail-row-ended = Beëindigd op
mail-row-trial-ends = Einde proefperiode
mail-row-first-invoice = Eerste factuur
mail-row-confirmed = Bevestigd
mail-row-reference = Referentie
