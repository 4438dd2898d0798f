# What went wrong, what it means and what to do next

error-not-found = We could not find that page
error-not-found-means = The address may be cut short, or what it showed is no longer there.
error-not-allowed = This cannot be done online
error-not-allowed-means = Nothing was changed. We are glad to do it for you.
error-stale = This page was out of date
error-stale-means = Something changed since you opened it, so we did nothing. Have a look and try again.
error-too-many = That was a lot at once
error-too-many-means = To protect your account we wait a little. Nothing was changed; please try again in a few minutes.
error-internal = Something went wrong on our side
error-internal-means = Nothing was changed halfway: it either happened or it did not. Please try again in a moment.
error-unavailable = We will be right back
error-unavailable-means = Billing is not reachable just now. Your data is safe; please try again in a few minutes.
error-home = Go to the overview
error-help = Need help? Please contact { $business }.
error-reference = Tell us this reference: { $reference }.
