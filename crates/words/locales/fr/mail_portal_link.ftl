# The link by mail: sent by staff, or asked for anew

mail-link-subject = Votre facturation chez { $business }
mail-link-preheader = Accédez à vos factures et à votre abonnement chez { $business }. Aucun mot de passe nécessaire.
mail-link-says = Voici votre lien vers votre facturation chez { $business } : consultez vos factures et gérez votre abonnement. Aucun mot de passe n’est nécessaire.
mail-link-button = Ouvrir ma facturation
mail-link-closing = Veuillez ne pas transférer cet e-mail : la première personne qui ouvre le lien voit votre facturation. Si vous ne l’attendiez pas, vous pouvez l’ignorer.
mail-recovery-subject = Votre nouveau lien vers votre facturation chez { $business }
mail-recovery-preheader = Voici le nouveau lien que vous avez demandé. Les liens précédents ne fonctionnent plus.
mail-recovery-heading = Voici votre nouveau lien
mail-recovery-says = Quelqu’un, sans doute vous, a demandé un nouveau lien vers votre facturation chez { $business }. Les liens précédents ne fonctionnent plus.
mail-recovery-closing = Si vous ne l’avez pas demandé, vous pouvez ignorer cet e-mail : il n’a été envoyé qu’à vous, et rien n’a été modifié.
