# The door: a link that opens, or does not

link-title = Your billing with { $business }
link-says = See your invoices and manage your subscription. No password needed.
link-open = Continue to billing
link-once = This link works once, for another { $span } (until { $moment }).
link-not-you = Did not ask for this? Close this page and nothing happens. If it keeps coming, please contact { $business }.
link-recover = Send me a new link
link-expired = This link has expired
link-expired-why = Links to your billing work for a short time only, so that an old mail opens nothing.
link-used = This link was already used
link-used-why = Each link works once. If it was not you who opened it, ask for a new one and tell us.
link-replaced = There is a newer link
link-replaced-why = A newer mail has taken the place of this one. Look for the latest in your inbox, or ask for another.
link-unknown = This link does not work
link-unknown-why = It may be cut short or withdrawn. Try opening it from the mail again, or ask for a new one.
link-mailed-to = We mail it to the address we have on file. Is that address out of date? Please contact { $business }.
link-sent = Check your mail
link-sent-says = If your link belongs to an account, a new one is on its way to the address we have on file.
link-sent-nothing = Nothing after a few minutes? Look in your spam folder, then please contact { $business }.
