# What money is drawn from

instrument-ending = { $name } com final { $last4 }
instrument-bank-account = Conta bancária com final { $last4 }
instrument-card = Cartão com final { $last4 }
