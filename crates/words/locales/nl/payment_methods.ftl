# Cards and bank accounts on file

methods-none = Er is geen betaalmethode opgeslagen. Met een betaalmethode kunt u hier facturen betalen en wordt uw abonnement vanzelf verlengd.
method-default = Standaard
method-kept = Uw abonnement wordt ermee betaald. Voeg eerst een andere toe om haar te vervangen.
method-update = Bijwerken
method-make-default = Als standaard
method-remove = Verwijderen
method-expires = Verloopt { $expiry }
method-expires-soon = Verloopt binnenkort, { $expiry }
method-expired = Verlopen { $expiry }
method-remove-title = Deze betaalmethode verwijderen?
method-remove-off = { $method } wordt verwijderd; er wordt niets meer van afgeschreven.
method-remove-made = Betalingen die er al mee zijn gedaan, blijven zoals ze zijn.
method-remove-again = U kunt haar altijd opnieuw toevoegen.
method-remove-no = Houden
