# The receipt by mail of a cancellation

mail-cancel-subject = { $plan } se termine le { $day }
mail-cancel-heading = Votre résiliation est enregistrée
mail-cancel-says = Votre abonnement à { $plan } se termine le { $day }. Vous gardez tout jusque-là, et il ne donnera plus lieu à aucune facture. Les factures en cours restent à payer.
mail-undo-subject = { $plan } continue
mail-undo-heading = Votre abonnement continue
mail-undo-says = Votre abonnement à { $plan } n’est plus résilié. Rien ne change, et la prochaine facture arrive le { $day }.
mail-ended-subject = { $plan } est terminé
mail-ended-heading = Votre abonnement est terminé
mail-ended-says = Votre abonnement à { $plan } s’est terminé le { $day }. Il ne donnera plus lieu à aucune facture. Les factures en cours restent à payer, et vous pouvez toujours toutes les consulter. Merci de nous avoir fait confiance.
mail-ended-credit = { $sum } pour le temps payé et non utilisé vous sont rendus par le moyen de paiement d’origine.
mail-row-credit = Remboursé
mail-row-used = Pour l’utilisation
