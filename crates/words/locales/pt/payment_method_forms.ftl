# Putting a card or a bank account on file, and changing it

method-test = Portal de teste.
method-test-card = Nenhum dinheiro é movimentado, e só números de teste são aceitos: { $number }, qualquer data futura, três dígitos quaisquer.
method-test-bank = Nenhum dinheiro é movimentado, e só números de teste são aceitos: IBAN { $iban }, ou routing { $routing } com a conta { $account }.
card-number = Número do cartão
card-expires = Validade
card-expires-example = MM/AA
card-code = Código de segurança
card-holder = Nome no cartão
card-not-kept = O número vai para o provedor de pagamentos e não é guardado aqui: só os quatro últimos dígitos.
card-save = Salvar cartão
card-bank-instead = Usar uma conta bancária
bank-add = Adicionar uma conta bancária
bank-holder = Titular da conta
bank-with-iban = Conta com IBAN
bank-in-us = Ou uma conta nos Estados Unidos
bank-routing = Número de roteamento
bank-account = Número da conta
bank-mandate = Ao salvá-la, você autoriza { $business } a debitar desta conta o que deve. Você pode revogar isso aqui a qualquer momento.
bank-not-kept = O número não é guardado aqui: só os quatro últimos dígitos.
bank-save = Salvar conta
bank-card-instead = Usar um cartão
method-edit = Atualizar { $method }
method-new-number = Um cartão com outro número é adicionado como novo cartão.
method-holder = Nome do titular
method-address = Endereço de cobrança
method-save = Salvar
