# The pages after a visit

signed-out = You are signed out
signed-out-says = Nobody can see your billing in this browser any more. To come back, use a new link.
session-over = Your visit has ended
session-over-says = To keep your billing private, a visit ends after a while. Everything you confirmed before is saved. What you sent just now, if anything, was not carried out.
session-mailed = We mail it to the address we have on file.
session-none = Open your billing from a link
session-none-says = There is no password here: { $business } mails you a link, and the link opens your billing.
session-none-next = Look for the latest mail from { $business }, or contact { $whom } for a new link.
