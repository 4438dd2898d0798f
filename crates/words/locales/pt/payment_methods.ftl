# Cards and bank accounts on file

methods-none = Não há forma de pagamento cadastrada. Com uma, você pode pagar faturas aqui e sua assinatura se renova sozinha.
method-default = Padrão
method-kept = Sua assinatura é paga com ela. Para substituí-la, adicione outra antes.
method-update = Atualizar
method-make-default = Tornar padrão
method-remove = Remover
method-expires = Expira { $expiry }
method-expires-soon = Expira em breve, { $expiry }
method-expired = Expirado { $expiry }
method-remove-title = Remover esta forma de pagamento?
method-remove-off = { $method }: é removida e não será mais cobrada.
method-remove-made = Os pagamentos já feitos permanecem como estão.
method-remove-again = Você pode adicioná-la de novo a qualquer momento.
method-remove-no = Manter
