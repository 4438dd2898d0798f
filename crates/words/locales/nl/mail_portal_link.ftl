# The link by mail: sent by staff, or asked for anew

mail-link-subject = Uw facturering bij { $business }
mail-link-preheader = Open uw facturen en uw abonnement bij { $business }. Zonder wachtwoord.
mail-link-says = Dit is uw link naar uw facturering bij { $business }: bekijk uw facturen en beheer uw abonnement. U hebt geen wachtwoord nodig.
mail-link-button = Mijn facturering openen
mail-link-closing = Stuur deze e-mail niet door: wie de link als eerste opent, ziet uw facturering. Had u hem niet verwacht, dan kunt u hem negeren.
mail-recovery-subject = Uw nieuwe link naar uw facturering bij { $business }
mail-recovery-preheader = Dit is de nieuwe link die u hebt aangevraagd. Eerdere links werken niet meer.
mail-recovery-heading = Dit is uw nieuwe link
mail-recovery-says = Iemand, waarschijnlijk uzelf, heeft een nieuwe link naar uw facturering bij { $business } aangevraagd. Eerdere links werken niet meer.
mail-recovery-closing = Hebt u hem niet aangevraagd, dan kunt u deze e-mail negeren: hij is alleen naar u gestuurd en er is niets gewijzigd.
