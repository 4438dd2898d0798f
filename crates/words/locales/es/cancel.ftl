# The questions before a subscription is cancelled, and before that is taken back

cancel-used = Esto y lo que use hasta el final se cobra al terminar.
cancel-credit = Se le devuelven { $amount } por el tiempo restante, hasta el { $day }, por el mismo medio de pago.
cancel-no-credit = El tiempo restante, hasta el { $day }, no se reembolsa.
