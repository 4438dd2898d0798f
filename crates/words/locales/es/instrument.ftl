# What money is drawn from

instrument-ending = { $name } que termina en { $last4 }
instrument-bank-account = Cuenta bancaria que termina en { $last4 }
instrument-card = Tarjeta que termina en { $last4 }
