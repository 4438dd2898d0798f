# An invoice that waits, a payment that failed, a trial that ends

mail-invoice-subject = Fatura { $number } de { $business }
mail-invoice-preheader = { $sum }, a pagar até { $day }.
mail-invoice-heading = Sua nova fatura
mail-invoice-says = Sua assinatura foi renovada. Pague { $sum } até { $day }: não há nenhuma forma de pagamento cadastrada que possamos cobrar.
mail-failed-subject = O pagamento da sua fatura { $number } falhou
mail-failed-again-subject = O pagamento da sua fatura { $number } falhou: nova tentativa em { $day }
mail-failed-heading = Seu pagamento não foi concluído
mail-failed-preheader = { $sum } a pagar pela fatura { $number }.
mail-failed-says = Não conseguimos cobrar o valor da fatura { $number }. { $why }
mail-failed-nothing-on-file = Não há nenhuma forma de pagamento cadastrada. Adicione uma ou pague a fatura.
mail-failed-confirm = Seu banco quer que você mesmo confirme este pagamento. Abra sua cobrança abaixo, pague a fatura e confirme.
mail-failed-again = Tentaremos de novo em { $day }. Sua assinatura continua até lá; se houver saldo, você não precisa fazer nada.
mail-failed-open = Não tentaremos de novo por conta própria. Pague a fatura para que sua assinatura possa continuar.
mail-failed-ended = Como não pôde ser paga, sua assinatura foi encerrada. A fatura continua em aberto.
mail-failed-ended-subject = Sua assinatura com { $business } foi encerrada
mail-trial-subject = Seu teste de { $plan } termina em { $day }
mail-trial-heading = Seu teste termina em breve
mail-trial-says = Seu teste de { $plan } termina em { $day }.
mail-trial-charged = Cobraremos então { $sum } pelo primeiro período: { $method }.
mail-trial-nothing-on-file = O primeiro período custa então { $sum }, e ainda não há nenhuma forma de pagamento cadastrada. Adicione uma antes de { $day }.
