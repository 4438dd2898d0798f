# A new e-mail address: asked, confirmed, told

email-title = Bevestig uw e-mailadres
email-ask = Voortaan stuurt { $business } uw factuurmails naar { $email }.
email-confirm = Dit adres gebruiken
email-not-you = Was u dit niet? Negeer het dan: zonder de knop verandert er niets.
email-done = Uw e-mailadres is gewijzigd
email-done-more = { $business } schrijft voortaan naar { $email }. We hebben ook het oude adres ingelicht.
email-dead = Deze link werkt niet meer
email-dead-more = De link werkt één keer en 24 uur lang. Vul het adres opnieuw in bij uw factuurgegevens.
email-mail-subject = Bevestig uw adres voor { $business }
email-mail-says = Iemand, waarschijnlijk u, wil factuurmails van { $business } op dit adres ontvangen.
email-changed-subject = Uw adres bij { $business } is gewijzigd
email-changed-says = Voortaan stuurt { $business } uw factuurmails naar { $email } en niet meer hierheen.
email-changed-not-you = Was u dit niet? Neem dan meteen contact op met { $contact }.
