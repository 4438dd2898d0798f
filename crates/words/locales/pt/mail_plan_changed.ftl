# The receipt by mail of a change of plan or seats

mail-plan-made = Agora você tem { $plan }
mail-plan-made-heading = Sua assinatura mudou
mail-plan-made-says = Sua assinatura de { $plan } é a partir de agora como mostrado abaixo.
mail-plan-planned = { $plan } a partir de { $day }
mail-plan-planned-heading = Sua mudança está programada
mail-plan-planned-says = Em { $day } sua assinatura muda para { $plan }. Até lá nada muda, e você pode mudar de ideia.
mail-plan-off = { $plan } continua como está
mail-plan-off-heading = A mudança foi cancelada
mail-plan-off-says = Sua assinatura de { $plan } continua como está. Nada foi cobrado.
