# The pages after a visit

signed-out = U bent afgemeld
signed-out-says = Niemand kan uw facturering nog in deze browser zien. Gebruik een nieuwe link om terug te komen.
session-over = Uw bezoek is beëindigd
session-over-says = Om uw facturering privé te houden, eindigt een bezoek na een tijdje. Alles wat u eerder bevestigde is opgeslagen. Wat u zojuist verstuurde, is niet uitgevoerd.
session-mailed = We mailen hem naar het adres dat bij ons bekend is.
session-none = Open uw facturering via een link
session-none-says = Hier is geen wachtwoord nodig: { $business } mailt u een link, en die link opent uw facturering.
session-none-next = Zoek de laatste e-mail van { $business }, of vraag { $whom } om een nieuwe link.
