# An invoice that waits, a payment that failed, a trial that ends

mail-invoice-subject = Facture { $number } de { $business }
mail-invoice-preheader = { $sum }, à payer avant le { $day } inclus.
mail-invoice-heading = Votre nouvelle facture
mail-invoice-says = Votre abonnement a été renouvelé. Veuillez payer { $sum } avant le { $day } inclus : nous n’avons aucun moyen de paiement enregistré à débiter.
mail-failed-subject = Le paiement de votre facture { $number } a échoué
mail-failed-again-subject = Le paiement de votre facture { $number } a échoué : nouvel essai le { $day }
mail-failed-heading = Votre paiement n’a pas abouti
mail-failed-preheader = { $sum } à payer pour la facture { $number }.
mail-failed-says = Nous n’avons pas pu encaisser le montant de la facture { $number }. { $why }
mail-failed-nothing-on-file = Aucun moyen de paiement n’est enregistré. Veuillez en ajouter un, ou payer la facture.
mail-failed-confirm = Votre banque souhaite que vous confirmiez vous-même ce paiement. Veuillez ouvrir votre facturation ci-dessous, payer la facture et la confirmer.
mail-failed-again = Nous réessaierons le { $day }. Votre abonnement continue jusque-là ; si le compte est approvisionné, vous n’avez rien à faire.
mail-failed-open = Nous ne réessaierons pas automatiquement. Veuillez payer la facture pour que votre abonnement puisse continuer.
mail-failed-ended = Comme elle n’a pas pu être payée, votre abonnement est terminé. La facture reste à payer.
mail-failed-ended-subject = Votre abonnement chez { $business } est terminé
mail-trial-subject = Votre essai de { $plan } se termine le { $day }
mail-trial-heading = Votre essai se termine bientôt
mail-trial-says = Votre essai de { $plan } se termine le { $day }.
mail-trial-charged = Nous débiterons alors { $sum } pour la première période : { $method }.
mail-trial-nothing-on-file = La première période coûtera alors { $sum }, et aucun moyen de paiement n’est encore enregistré. Veuillez en ajouter un avant le { $day }.
