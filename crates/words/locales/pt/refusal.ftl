# Why something cannot be done, and why money did not come

refusal-offline = Isto não pode ser feito on-line. Entre em contato com o suporte.
refusal-already-canceled = Esta assinatura já foi encerrada.
refusal-cancelation-pending = Esta assinatura já está cancelada.
refusal-not-scheduled = Esta assinatura não está cancelada, portanto não há nada a desfazer.
refusal-end-set-by-merchant = O fim desta assinatura foi definido por nós. Entre em contato com o suporte.
refusal-without-seats = Este plano tem um preço único, seja qual for o número de lugares.
refusal-past-due = Há uma fatura não paga. Assim que for paga, você poderá mudar para um plano superior.
refusal-too-few-seats = Este plano começa com mais lugares.
refusal-too-many-seats = Este plano não tem tantos lugares. Para ter mais, entre em contato com o suporte.
refusal-assigned-seats = Há mais lugares atribuídos a pessoas da sua equipe. Libere alguns primeiro.
refusal-contract = Seu contrato mantém o combinado até terminar.
refusal-no-change = Nenhuma mudança está programada, portanto não há nada a desfazer.
refusal-change-set-by-merchant = Esta mudança foi definida por nós. Entre em contato com o suporte.
refusal-last-method = Sua assinatura é paga com ela. Adicione primeiro outra forma de pagamento e depois poderá remover esta.
refusal-default-method = Suas faturas são pagas com ela. Torne primeiro outra forma de pagamento a padrão.
refusal-already-default = Suas faturas já são pagas com ela.
refusal-no-method = Adicione primeiro uma forma de pagamento.
refusal-nothing-due = Não resta nada a pagar aqui.
decline-declined = Seu banco recusou o pagamento. Use outra forma de pagamento ou pergunte o motivo ao seu banco.
decline-funds = Não há saldo suficiente na conta. Use outra forma de pagamento ou tente mais tarde.
decline-expired = O cartão expirou. Atualize-o ou use outra forma de pagamento.
decline-not-confirmed = O pagamento não foi confirmado com o seu banco. Tente de novo.
