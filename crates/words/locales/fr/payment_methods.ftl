# Cards and bank accounts on file

methods-none = Aucun moyen de paiement n’est enregistré. Avec un moyen de paiement, vous pouvez payer vos factures ici et votre abonnement se renouvelle tout seul.
method-default = Par défaut
method-kept = Votre abonnement est payé avec. Pour le remplacer, ajoutez-en d’abord un autre.
method-update = Mettre à jour
method-make-default = Par défaut
method-remove = Supprimer
method-expires = Expire { $expiry }
method-expires-soon = Expire bientôt, { $expiry }
method-expired = Expirée { $expiry }
method-remove-title = Supprimer ce moyen de paiement ?
method-remove-off = { $method } : le moyen de paiement est supprimé et ne sera plus débité.
method-remove-made = Les paiements déjà effectués restent tels quels.
method-remove-again = Vous pouvez l’ajouter à nouveau à tout moment.
method-remove-no = Garder
