home-paid-up = Está tudo pago
home-open = { $count ->
    [one] Você tem uma fatura em aberto
   *[other] Você tem { $count } faturas em aberto
    }
home-overdue = { $count ->
    [one] Você tem uma fatura vencida
   *[other] Você tem { $count } faturas vencidas
    }
home-subscriptions = Suas assinaturas
home-latest = Últimas faturas
home-nothing-due = Não há nada a pagar. As novas faturas aparecem aqui.
home-amount-due = Valor a pagar
home-pay = { $count ->
    [one] Pagar agora
   *[other] Pagar tudo
    }
home-all-overdue = Totalmente vencido
home-part-overdue = Sendo { $amount } já vencidos
home-due-by = A pagar até { $day }
home-invoice = Fatura { $number }
home-welcome = Boas-vindas, { $name }
home-nothing = No momento não há nada para mostrar aqui. Em caso de dúvidas sobre seu faturamento, entre em contato com { $business }.
