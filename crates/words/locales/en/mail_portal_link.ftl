# The link by mail: sent by staff, or asked for anew

mail-link-subject = Your billing with { $business }
mail-link-preheader = Open your invoices and your subscription with { $business }. No password needed.
mail-link-says = Here is your link to your billing with { $business }: see your invoices and manage your subscription. You need no password.
mail-link-button = Open my billing
mail-link-closing = Please do not forward this mail: whoever opens the link first sees your billing. If you did not expect it, you can ignore it.
mail-recovery-subject = Your new link to your billing with { $business }
mail-recovery-preheader = Here is the new link you asked for. Earlier links no longer work.
mail-recovery-heading = Here is your new link
mail-recovery-says = Someone, most likely you, asked for a new link to your billing with { $business }. Earlier links no longer work.
mail-recovery-closing = If you did not ask for it, you can ignore this mail: it went to nobody but you, and nothing was changed.
