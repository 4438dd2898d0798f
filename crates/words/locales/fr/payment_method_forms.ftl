# Putting a card or a bank account on file, and changing it

method-test = Portail de test.
method-test-card = Aucun argent ne circule, et seuls les numéros de test sont acceptés : { $number }, une date future, trois chiffres quelconques.
method-test-bank = Aucun argent ne circule, et seuls les numéros de test sont acceptés : IBAN { $iban }, ou numéro de routage { $routing } avec le compte { $account }.
card-number = Numéro de carte
card-expires = Expire le
card-expires-example = MM/AA
card-code = Code de sécurité
card-holder = Nom sur la carte
card-not-kept = Le numéro est transmis au prestataire de paiement et n’est pas conservé ici : seuls ses quatre derniers chiffres le sont.
card-save = Enregistrer la carte
card-bank-instead = Utiliser plutôt un compte bancaire
bank-add = Ajouter un compte bancaire
bank-holder = Titulaire du compte
bank-with-iban = Compte avec un IBAN
bank-in-us = Ou un compte aux États-Unis
bank-routing = Numéro de routage
bank-account = Numéro de compte
bank-mandate = En l’enregistrant, vous autorisez { $business } à prélever sur ce compte ce que vous devez. Vous pouvez révoquer cette autorisation ici à tout moment.
bank-not-kept = Le numéro n’est pas conservé ici : seuls ses quatre derniers chiffres le sont.
bank-save = Enregistrer le compte
bank-card-instead = Utiliser plutôt une carte
method-edit = Mettre à jour : { $method }
method-new-number = Une carte avec un nouveau numéro s’ajoute comme nouvelle carte.
method-holder = Nom du titulaire
method-address = Adresse de facturation
method-save = Enregistrer
