# What all mails share

mail-hello = Olá, { $name },
mail-questions = Dúvidas? { $email }
mail-ask = Dúvidas sobre isto? Entre em contato com { $whom }.
mail-keep-to-yourself = Não encaminhe este e-mail: quem abrir o link primeiro verá sua cobrança.
mail-link-expiry = Este link funciona uma única vez e expira em { $moment }, { $span } após o envio deste e-mail.
mail-link-copy = Se o botão não fizer nada, copie este endereço no seu navegador:
mail-link-text = { $button }:
mail-receipt-preheader = { $heading }. Este e-mail é o seu recibo.
mail-receipt-closing = Guarde este e-mail como recibo. Se não foi você, entre em contato imediatamente com { $whom }.
mail-row-text = { $name }: { $value }
mail-row-text-noted = { $name } ({ $note }): { $value }
mail-row-plan = Plano
mail-row-tax = Imposto
mail-row-paid = Pago
mail-row-with = Com
mail-row-invoice = Fatura
mail-row-due = A pagar
mail-row-due-by = A pagar até
mail-row-still-due = Ainda a pagar
mail-row-received = Recebido
mail-row-ends = Termina em
mail-row-ended = Encerrada em
mail-row-trial-ends = Fim do teste
mail-row-first-invoice = Primeira fatura
mail-row-confirmed = Confirmado
mail-row-reference = Referência
