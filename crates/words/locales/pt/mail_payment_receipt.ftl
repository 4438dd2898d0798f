# The receipt by mail of a payment

mail-paid-subject = Recibo da fatura { $number }
mail-paid-preheader = { $sum } recebidos. Este e-mail é o seu recibo.
mail-paid-heading = Recebemos seu pagamento
mail-paid-says = Obrigado: recebemos seu pagamento de { $sum }, e a fatura { $number } está paga.
mail-paid-part-says = Obrigado: recebemos seu pagamento de { $sum } para a fatura { $number }.
mail-paid-closing = Guarde este e-mail como recibo. Se este pagamento não é seu, entre em contato imediatamente com { $whom }.

mail-returned-subject = Seu pagamento da fatura { $number } será devolvido
mail-returned-heading = Seu pagamento será devolvido
mail-returned-says = A fatura { $number } foi quitada antes de seu pagamento chegar. Por isso, { $sum } serão devolvidos para: { $method }. Você não precisa fazer nada.
mail-row-returned = Devolvido
