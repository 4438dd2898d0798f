# An invoice as a sheet

invoice-all = Todas as faturas
invoice-pdf = Baixar PDF
invoice-pay = Pagar { $amount }
invoice-word = Fatura
invoice-status = Status
invoice-issued = Emitida
invoice-due = Vencimento
invoice-paid-day = Paga
invoice-bill-to = Cobrar de
invoice-from = De
invoice-vat = VAT
invoice-paid-on = paga em { $day }
invoice-paid = paga
invoice-withdrawn = cancelada; não há nada a pagar
invoice-lines = O que esta fatura cobre
invoice-description = Descrição
invoice-quantity = Quantidade
invoice-unit-price = Preço unitário
invoice-tax = Imposto
invoice-rate = imposto { $rate }
invoice-amount = Valor
invoice-discount-of = Desconto { $amount }
invoice-discount = Desconto
invoice-subtotal = Subtotal
invoice-total = Total
invoice-amount-paid = Pago
