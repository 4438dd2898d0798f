# What money is drawn from

instrument-ending = { $name } mit den Endziffern { $last4 }
instrument-bank-account = Bankkonto mit den Endziffern { $last4 }
instrument-card = Karte mit den Endziffern { $last4 }
