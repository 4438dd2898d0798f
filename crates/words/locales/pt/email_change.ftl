# A new e-mail address: asked, confirmed, told

email-title = Confirme seu e-mail
email-ask = A partir de agora, { $business } enviará seus e-mails de faturamento para { $email }.
email-confirm = Usar este endereço
email-not-you = Não foi você? Ignore: sem o botão, nada muda.
email-done = Seu e-mail foi alterado
email-done-more = { $business } agora escreve para { $email }. Avisamos também o endereço antigo.
email-dead = Este link não funciona mais
email-dead-more = Ele funciona uma vez e por 24 horas. Informe novamente o endereço nos seus dados de faturamento.
email-mail-subject = Confirme seu endereço para { $business }
email-mail-says = Alguém, provavelmente você, quer receber neste endereço os e-mails de faturamento de { $business }.
email-changed-subject = Seu endereço em { $business } foi alterado
email-changed-says = A partir de agora, { $business } envia seus e-mails de faturamento para { $email }, e não mais para cá.
email-changed-not-you = Se não foi você, escreva imediatamente para { $contact }.
