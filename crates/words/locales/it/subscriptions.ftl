subscriptions-none = Al momento non ha abbonamenti.
subscriptions-monthly = { $amount } al mese
subscriptions-yearly = { $amount } all’anno
subscriptions-ended = Terminato il { $day }
subscriptions-ends = Termina il { $day }
subscriptions-trial-ends = La prova termina il { $day }
subscriptions-next = Prossima fattura il { $day }
