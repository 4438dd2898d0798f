subscriptions-none = Sie haben zurzeit kein Abonnement.
subscriptions-monthly = { $amount } im Monat
subscriptions-yearly = { $amount } im Jahr
subscriptions-ended = Beendet am { $day }
subscriptions-ends = Endet am { $day }
subscriptions-trial-ends = Testphase endet am { $day }
subscriptions-next = Nächste Rechnung am { $day }
