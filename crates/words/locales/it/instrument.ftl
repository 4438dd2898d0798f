# What money is drawn from

instrument-ending = { $name } che termina con { $last4 }
instrument-bank-account = Conto bancario che termina con { $last4 }
instrument-card = Carta che termina con { $last4 }
