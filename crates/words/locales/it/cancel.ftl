# The questions before a subscription is cancelled, and before that is taken back

cancel-used = Questo e quanto si userà fino alla fine è addebitato alla fine.
cancel-credit = { $amount } per il tempo rimanente, fino al { $day }, vengono rimborsati con lo stesso mezzo di pagamento.
cancel-no-credit = Il tempo rimanente, fino al { $day }, non è rimborsato.
