# Putting a card or a bank account on file, and changing it

method-test = Testportaal.
method-test-card = Er gaat geen geld om en alleen testnummers worden aangenomen: { $number }, een datum in de toekomst, drie willekeurige cijfers.
method-test-bank = Er gaat geen geld om en alleen testnummers worden aangenomen: IBAN { $iban }, of routingnummer { $routing } met rekening { $account }.
card-number = Kaartnummer
card-expires = Vervaldatum
card-expires-example = MM/JJ
card-code = Beveiligingscode
card-holder = Naam op de kaart
card-not-kept = Het nummer gaat naar de betaaldienst en wordt hier niet bewaard: alleen de laatste vier cijfers.
card-save = Kaart opslaan
card-bank-instead = Liever een bankrekening gebruiken
bank-add = Bankrekening toevoegen
bank-holder = Rekeninghouder
bank-with-iban = Rekening met een IBAN
bank-in-us = Of een rekening in de Verenigde Staten
bank-routing = Routingnummer
bank-account = Rekeningnummer
bank-mandate = Door haar op te slaan machtigt u { $business } om wat u verschuldigd bent van deze rekening te incasseren. U kunt dat hier altijd intrekken.
bank-not-kept = Het nummer wordt hier niet bewaard: alleen de laatste vier cijfers.
bank-save = Rekening opslaan
bank-card-instead = Liever een kaart gebruiken
method-edit = { $method } bijwerken
method-new-number = Een kaart met een nieuw nummer voegt u toe als nieuwe kaart.
method-holder = Naam van de houder
method-address = Factuuradres
method-save = Opslaan
