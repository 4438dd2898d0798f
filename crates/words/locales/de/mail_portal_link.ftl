# The link by mail: sent by staff, or asked for anew

mail-link-subject = Ihre Abrechnung bei { $business }
mail-link-preheader = Öffnen Sie Ihre Rechnungen und Ihr Abonnement bei { $business }. Ganz ohne Passwort.
mail-link-says = Hier ist Ihr Link zu Ihrer Abrechnung bei { $business }: Sehen Sie Ihre Rechnungen ein und verwalten Sie Ihr Abonnement. Sie brauchen kein Passwort.
mail-link-button = Meine Abrechnung öffnen
mail-link-closing = Bitte leiten Sie diese E-Mail nicht weiter: Wer den Link zuerst öffnet, sieht Ihre Abrechnung. Wenn Sie sie nicht erwartet haben, können Sie sie ignorieren.
mail-recovery-subject = Ihr neuer Link zu Ihrer Abrechnung bei { $business }
mail-recovery-preheader = Hier ist der neue Link, den Sie angefordert haben. Frühere Links funktionieren nicht mehr.
mail-recovery-heading = Hier ist Ihr neuer Link
mail-recovery-says = Jemand, wahrscheinlich Sie selbst, hat einen neuen Link zu Ihrer Abrechnung bei { $business } angefordert. Frühere Links funktionieren nicht mehr.
mail-recovery-closing = Wenn Sie ihn nicht angefordert haben, können Sie diese E-Mail ignorieren: Sie ging an niemanden außer Sie, und es wurde nichts geändert.
