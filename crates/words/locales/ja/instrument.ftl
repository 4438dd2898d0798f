# What money is drawn from

instrument-ending = { $name }（末尾 { $last4 }）
instrument-bank-account = 銀行口座（末尾 { $last4 }）
instrument-card = カード（末尾 { $last4 }）
