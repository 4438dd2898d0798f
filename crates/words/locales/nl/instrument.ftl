# What money is drawn from

instrument-ending = { $name } eindigend op { $last4 }
instrument-bank-account = Bankrekening eindigend op { $last4 }
instrument-card = Kaart eindigend op { $last4 }
