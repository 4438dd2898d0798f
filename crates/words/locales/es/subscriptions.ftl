subscriptions-none = No tiene ninguna suscripción en este momento.
subscriptions-monthly = { $amount } al mes
subscriptions-yearly = { $amount } al año
subscriptions-ended = Finalizó el { $day }
subscriptions-ends = Finaliza el { $day }
subscriptions-trial-ends = La prueba finaliza el { $day }
subscriptions-next = Próxima factura el { $day }
