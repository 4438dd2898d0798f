# The link by mail: sent by staff, or asked for anew

mail-link-subject = Seu faturamento com { $business }
mail-link-preheader = Abra suas faturas e sua assinatura com { $business }. Sem senha.
mail-link-says = Este é o seu link para o seu faturamento com { $business }: veja suas faturas e gerencie sua assinatura. Não é preciso senha.
mail-link-button = Abrir meu faturamento
mail-link-closing = Não encaminhe este e-mail: quem abrir o link primeiro verá o seu faturamento. Se você não o esperava, pode ignorá-lo.
mail-recovery-subject = Seu novo link para o seu faturamento com { $business }
mail-recovery-preheader = Este é o novo link que você pediu. Os links anteriores não funcionam mais.
mail-recovery-heading = Este é o seu novo link
mail-recovery-says = Alguém, provavelmente você, pediu um novo link para o seu faturamento com { $business }. Os links anteriores não funcionam mais.
mail-recovery-closing = Se você não o pediu, pode ignorar este e-mail: ele não foi enviado a mais ninguém, e nada foi alterado.
