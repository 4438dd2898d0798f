# Why something cannot be done, and why money did not come

refusal-offline = Dit kan niet online. Neem contact op met de klantenservice.
refusal-already-canceled = Dit abonnement is al beëindigd.
refusal-cancelation-pending = Dit abonnement is al opgezegd.
refusal-not-scheduled = Dit abonnement is niet opgezegd, dus er is niets ongedaan te maken.
refusal-end-set-by-merchant = Het einde van dit abonnement is door ons vastgelegd. Neem contact op met de klantenservice.
refusal-without-seats = Dit abonnement heeft één prijs, ongeacht het aantal plaatsen.
refusal-past-due = Een factuur is niet betaald. Zodra die betaald is, kunt u naar een hoger abonnement overstappen.
refusal-too-few-seats = Dit abonnement begint met meer plaatsen.
refusal-too-many-seats = Zoveel plaatsen heeft dit abonnement niet. Neem voor meer contact op met de klantenservice.
refusal-assigned-seats = Er zijn meer plaatsen toegewezen aan mensen in uw team. Maak er eerst een paar vrij.
refusal-contract = Uw contract houdt vast aan wat is afgesproken tot het afloopt.
refusal-no-change = Er staat geen wijziging gepland, dus er is niets ongedaan te maken.
refusal-change-set-by-merchant = Deze wijziging is door ons vastgelegd. Neem contact op met de klantenservice.
refusal-last-method = Uw abonnement wordt ermee betaald. Voeg eerst een andere betaalmethode toe, daarna kunt u deze verwijderen.
refusal-default-method = Uw facturen worden ermee betaald. Maak eerst een andere betaalmethode de standaard.
refusal-already-default = Uw facturen worden er al mee betaald.
refusal-no-method = Voeg eerst een betaalmethode toe.
refusal-nothing-due = Hier is niets meer te betalen.
decline-declined = Uw bank heeft de betaling geweigerd. Gebruik een andere betaalmethode of vraag uw bank naar de reden.
decline-funds = Er staat niet genoeg geld op de rekening. Gebruik een andere betaalmethode of probeer het later opnieuw.
decline-expired = De kaart is verlopen. Werk haar bij of gebruik een andere betaalmethode.
decline-not-confirmed = De betaling is niet bij uw bank bevestigd. Probeer het opnieuw.
