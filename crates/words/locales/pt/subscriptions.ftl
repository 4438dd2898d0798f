subscriptions-none = Você não tem nenhuma assinatura no momento.
subscriptions-monthly = { $amount } por mês
subscriptions-yearly = { $amount } por ano
subscriptions-ended = Encerrada em { $day }
subscriptions-ends = Termina em { $day }
subscriptions-trial-ends = O período de teste termina em { $day }
subscriptions-next = Próxima fatura em { $day }
