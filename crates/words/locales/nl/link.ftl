# The door: a link that opens, or does not

link-title = Uw facturering bij { $business }
link-says = Bekijk uw facturen en beheer uw abonnement. Zonder wachtwoord.
link-open = Verder naar facturering
link-once = Deze link werkt één keer, nog { $span } (tot { $moment }).
link-not-you = Niet aangevraagd? Sluit deze pagina en er gebeurt niets. Blijft hij komen, neem dan contact op met { $business }.
link-recover = Stuur mij een nieuwe link
link-expired = Deze link is verlopen
link-expired-why = Links naar uw facturering werken maar kort, zodat een oude mail niets opent.
link-used = Deze link is al gebruikt
link-used-why = Elke link werkt één keer. Hebt u hem niet zelf geopend, vraag dan een nieuwe aan en laat het ons weten.
link-replaced = Er is een nieuwere link
link-replaced-why = Een nieuwere mail heeft deze vervangen. Zoek de laatste in uw inbox, of vraag een andere aan.
link-unknown = Deze link werkt niet
link-unknown-why = Hij is misschien onvolledig of ingetrokken. Open hem nog eens vanuit de mail, of vraag een nieuwe aan.
link-mailed-to = We mailen hem naar het adres dat bij ons bekend is. Klopt dat niet meer? Neem contact op met { $business }.
link-sent = Kijk in uw mail
link-sent-says = Als uw link bij een account hoort, is er een nieuwe onderweg naar het adres dat bij ons bekend is.
link-sent-nothing = Na een paar minuten nog niets? Kijk in uw spammap en neem dan contact op met { $business }.
