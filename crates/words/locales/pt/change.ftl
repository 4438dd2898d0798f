# Choosing another plan or other seats, and calling off a change that waits

change-title = Mudar de plano
change-title-seats = Mudar os lugares
change-monthly = Pagamento mensal
change-yearly = Pagamento anual
change-your-plan = Seu plano
change-seats-range = de { $min } a { $max } lugares
change-seats-least = pelo menos { $min } lugares
change-seats = Lugares
change-seats-hint = Você tem { $seats }. Vale para planos com preço por lugar.
change-seats-assigned = Atribuídos a pessoas: { $seats }. Não é possível ficar abaixo disso.
change-back = Voltar
change-see = Ver quanto custa
change-nothing-yet = Nada muda ainda. Primeiro você vê os valores exatos e os confirma.
change-refused = Esta mudança não é possível.
change-same = É o que você já tem.
change-same-next = Escolha outro plano ou outro número de lugares.
change-seats-wrong = Verifique o número de lugares.
change-seats-wrong-next = Escreva-o em algarismos, por exemplo 5.
undo-change-title = Manter tudo como está?
undo-change-off = A mudança para { $plan } em { $day } é cancelada.
undo-change-keep = Você mantém { $plan } como está hoje.
undo-change-free = Nada é cobrado hoje.
undo-change-no = Manter a mudança
undo-change-yes = Cancelar a mudança
