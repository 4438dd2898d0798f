# What is wrong with a field

fault-not-digits = Vul alleen de cijfers in, zoals { $example }.
fault-card-length = Dit kaartnummer heeft te weinig of te veel cijfers. Controleer het.
fault-check-digit = Er zit een fout in dit kaartnummer. Vergelijk het met uw kaart.
fault-security-code = De beveiligingscode zijn de 3 cijfers achterop, of de 4 voorop bij American Express.
fault-iban = Dit is geen geldig IBAN. Vergelijk het met uw bankafschrift.
fault-routing = Een routingnummer heeft 9 cijfers. Vergelijk het met een cheque of de site van uw bank.
fault-account = Een rekeningnummer heeft 4 tot 17 cijfers. Controleer het.
fault-no-account = Vul een IBAN in, of een routing- en een rekeningnummer.
fault-two-accounts = Vul dit in of een rekening in de Verenigde Staten, niet allebei.
fault-expiry = Vul maand en jaar in zoals op de kaart, bijvoorbeeld { $example }.
fault-card-expired = Deze kaart is verlopen. Gebruik een andere.
fault-holder = Vul de naam in zoals uw bank die kent.
fault-holder-number = Dit lijkt een nummer. Vul de naam in zoals uw bank die kent.
fault-line = Vul één regel van hoogstens { $longest } tekens in.
fault-test-number = Dit portaal neemt alleen testnummers aan, zoals { $example }. Er is niets van u bewaard.
