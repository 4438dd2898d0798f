# What money is drawn from

instrument-ending = { $name } se terminant par { $last4 }
instrument-bank-account = Compte bancaire se terminant par { $last4 }
instrument-card = Carte se terminant par { $last4 }
