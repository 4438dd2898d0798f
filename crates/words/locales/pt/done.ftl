done-title = Tudo certo
done-leaving = Estamos levando você de volta para { $business }.
done-saved = Sua alteração foi salva. Você pode fechar esta página.
done-home = Ver todo o seu faturamento
