subscriptions-none = Nie masz obecnie żadnej subskrypcji.
subscriptions-monthly = { $amount } miesięcznie
subscriptions-yearly = { $amount } rocznie
subscriptions-ended = Zakończona { $day }
subscriptions-ends = Kończy się { $day }
subscriptions-trial-ends = Okres próbny kończy się { $day }
subscriptions-next = Następna faktura { $day }
