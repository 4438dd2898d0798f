# What money is drawn from

instrument-ending = { $name } z końcówką { $last4 }
instrument-bank-account = Konto bankowe z końcówką { $last4 }
instrument-card = Karta z końcówką { $last4 }
