# The questions before a subscription is cancelled, and before that is taken back

cancel-used = Esto y lo que use hasta el final se cobra al terminar.
