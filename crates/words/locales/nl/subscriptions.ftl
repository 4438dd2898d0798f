subscriptions-none = U hebt op dit moment geen abonnement.
subscriptions-monthly = { $amount } per maand
subscriptions-yearly = { $amount } per jaar
subscriptions-ended = Beëindigd op { $day }
subscriptions-ends = Eindigt op { $day }
subscriptions-trial-ends = Proefperiode eindigt op { $day }
subscriptions-next = Volgende factuur op { $day }
