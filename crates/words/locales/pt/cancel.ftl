# The questions before a subscription is cancelled, and before that is taken back

cancel-used = Isso e o que você usar até o fim é cobrado no fim.
cancel-credit = { $amount } pelo tempo restante, até { $day }, são devolvidos pelo mesmo meio de pagamento.
cancel-no-credit = O tempo restante, até { $day }, não é reembolsado.
