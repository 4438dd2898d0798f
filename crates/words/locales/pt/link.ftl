# The door: a link that opens, or does not

link-title = Seu faturamento com { $business }
link-says = Veja suas faturas e gerencie sua assinatura. Sem senha.
link-open = Continuar para o faturamento
link-once = Este link funciona uma vez, por mais { $span } (até { $moment }).
link-not-you = Não pediu isto? Feche esta página e nada acontece. Se continuar chegando, entre em contato com { $business }.
link-recover = Enviar um novo link
link-expired = Este link expirou
link-expired-why = Os links para seu faturamento funcionam por pouco tempo, para que um e-mail antigo não abra nada.
link-used = Este link já foi usado
link-used-why = Cada link funciona uma vez. Se não foi você quem abriu, peça um novo e nos avise.
link-replaced = Há um link mais recente
link-replaced-why = Um e-mail mais recente substituiu este. Procure o último na sua caixa de entrada ou peça outro.
link-unknown = Este link não funciona
link-unknown-why = Ele pode estar incompleto ou ter sido retirado. Abra-o de novo pelo e-mail ou peça um novo.
link-mailed-to = Enviamos para o endereço que temos no cadastro. Ele está desatualizado? Entre em contato com { $business }.
link-sent = Verifique seu e-mail
link-sent-says = Se o seu link pertence a uma conta, um novo está a caminho do endereço cadastrado.
link-sent-nothing = Nada depois de alguns minutos? Veja na pasta de spam e depois entre em contato com { $business }.
