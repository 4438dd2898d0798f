subscriptions-none = Vous n’avez aucun abonnement pour le moment.
subscriptions-monthly = { $amount } par mois
subscriptions-yearly = { $amount } par an
subscriptions-ended = Terminé le { $day }
subscriptions-ends = Se termine le { $day }
subscriptions-trial-ends = L’essai se termine le { $day }
subscriptions-next = Prochaine facture le { $day }
