# The mail about what is due

mail-billing-none = Seu faturamento com { $business }: nada a pagar
mail-billing-none-heading = Não há nada a pagar
mail-billing-none-preheader = Está tudo pago.
mail-billing-none-says = Está tudo pago. O link abaixo mostra todas as suas faturas, atuais e anteriores.
mail-billing-open = Seu faturamento com { $business }: { $sum } a pagar
mail-billing-open-heading = Suas faturas em aberto
mail-billing-overdue = Seu faturamento com { $business }: { $count ->
    [one] uma fatura está vencida
   *[other] { $count } faturas estão vencidas
    }
mail-billing-overdue-heading = { $count ->
    [one] Uma fatura está vencida
   *[other] Algumas faturas estão vencidas
    }
mail-billing-preheader = { $sum } a pagar no total.
mail-billing-says = { $count ->
    [one] Você tem uma fatura em aberto, no total de { $sum }.
   *[other] Você tem { $count } faturas em aberto, no total de { $sum }.
    }
mail-billing-says-overdue = Desse valor, { $sum } já venceram.
mail-billing-invoice = Fatura { $number }
mail-billing-due = Vence em { $day }
mail-billing-due-hint = Vence em { $day }, { $hint }
mail-billing-more = { $count ->
    [one] E mais uma, que o link mostra.
   *[other] E mais { $count }, que o link mostra.
    }
mail-billing-button = Ver minhas faturas
mail-billing-closing = Se você pagou nos últimos dias, seu pagamento e este e-mail podem ter se cruzado. Não o encaminhe: quem abrir o link primeiro verá o seu faturamento.
