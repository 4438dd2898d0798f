# The list of invoices

invoices-filter = Mostrar faturas por status
invoices-all = Todas
invoices-paid = Pagas
invoices-pending = Em aberto
invoices-overdue = Vencidas
invoices-none-here = Não há mais faturas aqui.
invoices-none = Você ainda não tem faturas. A primeira aparece aqui no dia em que for emitida.
invoices-none-paid = Nenhuma fatura foi paga ainda.
invoices-none-pending = Não há nada aguardando pagamento.
invoices-none-overdue = Não há nada vencido.
invoices-show-all = Mostrar todas as faturas
invoices-more = Mais faturas
invoices-newer = Mais recentes
invoices-older = Mais antigas
invoices-pdf-of = Baixar a fatura { $number } em PDF
