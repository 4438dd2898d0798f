# What invoices are made out to

details-title = Informations de facturation
details-when = S’applique à partir de votre prochaine facture. Les factures déjà émises restent inchangées.
details-name = Nom ou société
details-email = Adresse e-mail
details-email-hint = Nous envoyons un lien à la nouvelle adresse ; elle est prise en compte une fois ce lien ouvert.
details-waiting = { $email } est en attente de confirmation. Veuillez ouvrir le lien que nous y avons envoyé.
details-address = Adresse
details-tax-ids = Numéros fiscaux
details-tax-hint = Imprimés sur vos factures. Videz un champ pour retirer le numéro.
details-tax-scheme = Type du numéro { $count }
details-tax-number = Numéro { $count }
details-tax-eu = Numéro de TVA (UE)
details-save = Enregistrer
details-locked = Pour modifier ces informations, veuillez contacter { $business }.
details-fault-missing = Veuillez remplir ce champ.
details-fault-email = Ceci n’est pas une adresse e-mail, telle que billing@acme.example.
details-fault-shape = Ce numéro n’a pas la forme attendue. Veuillez vérifier son type et ses chiffres.
details-fault-checksum = Ce numéro contient une erreur. Veuillez le comparer chiffre par chiffre.
details-saved = Vos informations de facturation sont enregistrées.
details-saved-more = Elles s’appliquent à partir de votre prochaine facture.
