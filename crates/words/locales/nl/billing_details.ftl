# What invoices are made out to

details-title = Factuurgegevens
details-when = Geldt vanaf uw volgende factuur. Facturen die al zijn verstuurd, blijven ongewijzigd.
details-name = Naam of bedrijf
details-email = E-mailadres
details-email-hint = We sturen een link naar een nieuw adres; het geldt zodra u die hebt geopend.
details-waiting = { $email } moet nog worden bevestigd. Open de link die we daarheen hebben gestuurd.
details-address = Adres
details-tax-ids = Belastingnummers
details-tax-hint = Staan op uw facturen. Maak een veld leeg om een nummer te verwijderen.
details-tax-scheme = Soort nummer { $count }
details-tax-number = Nummer { $count }
details-tax-eu = Btw-nummer (EU)
details-save = Opslaan
details-locked = Neem contact op met { $business } om deze gegevens te wijzigen.
details-fault-missing = Vul dit veld in.
details-fault-email = Dit is geen e-mailadres, zoals billing@acme.example.
details-fault-shape = Zo ziet zo’n nummer er niet uit. Controleer de soort en de cijfers.
details-fault-checksum = In dit nummer zit een fout. Vergelijk het cijfer voor cijfer.
details-saved = Uw factuurgegevens zijn opgeslagen.
details-saved-more = Ze gelden vanaf uw volgende factuur.
