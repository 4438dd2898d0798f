# A new e-mail address: asked, confirmed, told

email-title = Confirm your new e-mail address
email-ask = From now on, { $business } is to send your billing mails to { $email }.
email-confirm = Use this address
email-not-you = Was this not you? Then ignore it: without the button, nothing changes.
email-done = Your e-mail address has changed
email-done-more = { $business } now writes to { $email }. We have told the old address too.
email-dead = This link does not work any more
email-dead-more = It works once and for 24 hours. To use another address, enter it again in your billing details.
email-mail-subject = Confirm your address for { $business }
email-mail-says = Someone, most likely you, wants billing mails from { $business } to go to this address.
email-changed-subject = Your address for { $business } has changed
email-changed-says = From now on, { $business } sends your billing mails to { $email } and no longer here.
email-changed-not-you = If this was not you, write to { $contact } at once.
