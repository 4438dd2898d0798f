# What is to be paid and by what, and how it went

pay-title = Pagar a fatura { $number }
pay-title-all = { $count ->
        [one] Pagar { $count } fatura
       *[other] Pagar { $count } faturas
    }
pay-changed = O valor devido mudou.
pay-changed-next = Nada foi cobrado. Veja o novo total.
pay-sum = A pagar
pay-with = Pagar com
pay-expires = expira { $expiry }
pay-expired = expirado { $expiry }
pay-other-card = Usar outro cartão
paid-all = Obrigado, está pago
paid-some = Faturas pagas: { $paid } de { $all }
paid-see-invoices = Ver faturas
paid-change = Mudança da sua assinatura
paid-pending = Em andamento
paid-not = Não paga
paid-returned = Já estava pago: este pagamento será devolvido
sandbox-bank = Confirmar este pagamento
sandbox-bank-test = Banco de teste.
sandbox-bank-says = Um banco real mostra aqui sua própria página. Nenhum dinheiro é movimentado.
sandbox-bank-to = Para
sandbox-bank-from = De
payment-call-off = Cancelar
sandbox-bank-yes = Confirmar pagamento
waiting-title = { $count ->
        [one] Um pagamento aguarda seu banco
       *[other] { $count } pagamentos aguardam seu banco
    }
waiting-says = Nada é cobrado até você confirmar no banco. O que ninguém confirma em uma hora é cancelado.
