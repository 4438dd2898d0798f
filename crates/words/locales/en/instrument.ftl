# What money is drawn from

instrument-ending = { $name } ending in { $last4 }
instrument-bank-account = Bank account ending in { $last4 }
instrument-card = Card ending in { $last4 }
