# The pages after a visit

signed-out = Vous êtes déconnecté
signed-out-says = Plus personne ne peut voir votre facturation dans ce navigateur. Pour revenir, utilisez un nouveau lien.
session-over = Votre visite est terminée
session-over-says = Pour préserver la confidentialité de votre facturation, une visite se termine après un certain temps. Tout ce que vous avez confirmé auparavant est enregistré. Ce que vous venez d’envoyer n’a pas été exécuté.
session-mailed = Nous l’envoyons à l’adresse enregistrée chez nous.
session-none = Ouvrez votre facturation depuis un lien
session-none-says = Ici, pas de mot de passe : { $business } vous envoie un lien par e-mail, et ce lien ouvre votre facturation.
session-none-next = Cherchez le dernier e-mail de { $business }, ou demandez un nouveau lien à { $whom }.
