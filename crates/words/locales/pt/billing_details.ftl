# What invoices are made out to

details-title = Dados de faturamento
details-when = Vale a partir da próxima fatura. As faturas já emitidas não mudam.
details-name = Nome ou empresa
details-email = E-mail
details-email-hint = Enviamos um link para o novo endereço; ele passa a valer quando você abrir o link.
details-waiting = { $email } aguarda confirmação. Abra o link que enviamos para esse endereço.
details-address = Endereço
details-tax-ids = Números fiscais
details-tax-hint = Aparecem nas suas faturas. Deixe um número vazio para removê-lo.
details-tax-scheme = Tipo do número { $count }
details-tax-number = Número { $count }
details-tax-eu = Número de IVA (UE)
details-save = Salvar
details-locked = Para alterar estes dados, entre em contato com { $business }.
details-fault-missing = Preencha este campo.
details-fault-email = Isto não é um e-mail, como billing@acme.example.
details-fault-shape = O número não tem o formato esperado. Verifique o tipo e os dígitos.
details-fault-checksum = Há um erro neste número. Compare dígito por dígito.
details-saved = Seus dados de faturamento foram salvos.
details-saved-more = Eles valem a partir da próxima fatura.
