# The door: a link that opens, or does not

link-title = Votre facturation chez { $business }
link-says = Consultez vos factures et gérez votre abonnement. Sans mot de passe.
link-open = Continuer vers la facturation
link-once = Ce lien fonctionne une seule fois, encore { $span } (jusqu’à { $moment }).
link-not-you = Vous n’avez rien demandé ? Fermez cette page et rien ne se passe. Si cela se répète, veuillez contacter { $business }.
link-recover = M’envoyer un nouveau lien
link-expired = Ce lien a expiré
link-expired-why = Les liens vers votre facturation ne fonctionnent que peu de temps, pour qu’un ancien e-mail n’ouvre rien.
link-used = Ce lien a déjà été utilisé
link-used-why = Chaque lien fonctionne une seule fois. Si ce n’est pas vous qui l’avez ouvert, demandez-en un nouveau et prévenez-nous.
link-replaced = Il existe un lien plus récent
link-replaced-why = Un e-mail plus récent remplace celui-ci. Cherchez le dernier dans votre boîte de réception, ou demandez-en un autre.
link-unknown = Ce lien ne fonctionne pas
link-unknown-why = Il est peut-être incomplet ou retiré. Ouvrez-le à nouveau depuis l’e-mail, ou demandez-en un nouveau.
link-mailed-to = Nous l’envoyons à l’adresse enregistrée chez nous. Elle n’est plus à jour ? Veuillez contacter { $business }.
link-sent = Consultez votre messagerie
link-sent-says = Si votre lien appartient à un compte, un nouveau est en route vers l’adresse enregistrée.
link-sent-nothing = Toujours rien après quelques minutes ? Regardez dans vos courriers indésirables, puis veuillez contacter { $business }.
