# The receipt by mail of a cancellation

mail-cancel-subject = { $plan } termina em { $day }
mail-cancel-heading = Seu cancelamento está registrado
mail-cancel-says = Sua assinatura de { $plan } termina em { $day }. Até lá você mantém tudo, e não haverá mais faturas por ela. As faturas em aberto continuam a pagar.
mail-undo-subject = { $plan } continua
mail-undo-heading = Sua assinatura continua
mail-undo-says = Sua assinatura de { $plan } não termina mais. Nada muda, e a próxima fatura chega em { $day }.
mail-ended-subject = { $plan } foi encerrado
mail-ended-heading = Sua assinatura foi encerrada
mail-ended-says = Sua assinatura de { $plan } terminou em { $day }. Não haverá mais faturas por ela. As faturas em aberto continuam a pagar, e você ainda pode ver todas elas. Agradecemos o tempo que passou conosco.
mail-ended-credit = { $sum } pelo tempo pago e não utilizado voltam para a forma de pagamento de origem.
mail-row-credit = Creditado
mail-row-used = Pelo uso
