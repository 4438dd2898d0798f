# A new e-mail address: asked, confirmed, told

email-title = Confirmez votre adresse e-mail
email-ask = Désormais, { $business } enverra vos e-mails de facturation à { $email }.
email-confirm = Utiliser cette adresse
email-not-you = Ce n’était pas vous ? Ignorez ce message : sans le bouton, rien ne change.
email-done = Votre adresse e-mail a été modifiée
email-done-more = { $business } écrit désormais à { $email }. Nous avons aussi prévenu l’ancienne adresse.
email-dead = Ce lien ne fonctionne plus
email-dead-more = Il fonctionne une seule fois, pendant 24 heures. Saisissez de nouveau l’adresse dans vos informations de facturation.
email-mail-subject = Confirmez votre adresse pour { $business }
email-mail-says = Quelqu’un, sans doute vous, souhaite recevoir à cette adresse les e-mails de facturation de { $business }.
email-changed-subject = Votre adresse chez { $business } a été modifiée
email-changed-says = Désormais, { $business } envoie vos e-mails de facturation à { $email } et non plus ici.
email-changed-not-you = Si ce n’était pas vous, écrivez immédiatement à { $contact }.
