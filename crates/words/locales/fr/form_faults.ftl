# What is wrong with a field

fault-not-digits = Saisissez uniquement les chiffres, par exemple { $example }.
fault-card-length = Ce numéro de carte a trop ou pas assez de chiffres. Veuillez le vérifier.
fault-check-digit = Ce numéro de carte contient une erreur. Veuillez le comparer avec votre carte.
fault-security-code = Le code de sécurité correspond aux 3 chiffres au dos, ou aux 4 au recto d’American Express.
fault-iban = Cet IBAN n’est pas valide. Veuillez le comparer avec votre relevé bancaire.
fault-routing = Un numéro de routage a 9 chiffres. Veuillez le comparer avec un chèque ou le site de votre banque.
fault-account = Un numéro de compte a de 4 à 17 chiffres. Veuillez le vérifier.
fault-no-account = Saisissez un IBAN, ou un numéro de routage et un numéro de compte.
fault-two-accounts = Saisissez soit ceci, soit un compte aux États-Unis, pas les deux.
fault-expiry = Saisissez le mois et l’année comme sur la carte, par exemple { $example }.
fault-card-expired = Cette carte a expiré. Veuillez en utiliser une autre.
fault-holder = Saisissez le nom tel qu’il figure auprès de votre banque.
fault-holder-number = Cela ressemble à un numéro. Saisissez le nom tel qu’il figure auprès de votre banque.
fault-line = Veuillez saisir une seule ligne de { $longest } caractères au plus.
fault-test-number = Ce portail n’accepte que des numéros de test, par exemple { $example }. Rien de ce que vous avez saisi n’a été conservé.
