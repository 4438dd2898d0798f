# The link by mail: sent by staff, or asked for anew

mail-link-subject = La sua fatturazione con { $business }
mail-link-preheader = Apra le sue fatture e il suo abbonamento con { $business }. Senza password.
mail-link-says = Ecco il link alla sua fatturazione con { $business }: consulti le fatture e gestisca l’abbonamento. Non serve alcuna password.
mail-link-button = Apri la mia fatturazione
mail-link-closing = Non inoltri questa e-mail: chi apre il link per primo vede la sua fatturazione. Se non la aspettava, può ignorarla.
mail-recovery-subject = Il suo nuovo link alla fatturazione con { $business }
mail-recovery-preheader = Ecco il nuovo link richiesto. I link precedenti non funzionano più.
mail-recovery-heading = Ecco il suo nuovo link
mail-recovery-says = Qualcuno, probabilmente Lei, ha richiesto un nuovo link alla sua fatturazione con { $business }. I link precedenti non funzionano più.
mail-recovery-closing = Se non l’ha richiesto, può ignorare questa e-mail: non è stata inviata ad altri e nulla è stato modificato.
