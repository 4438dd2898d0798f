# Putting a card or a bank account on file, and changing it

method-test = Test portal.
method-test-card = No money moves, and only test numbers are taken: { $number }, any date to come, any three digits.
method-test-bank = No money moves, and only test numbers are taken: IBAN { $iban }, or routing { $routing } with account { $account }.
card-number = Card number
card-expires = Expires
card-expires-example = MM/YY
card-code = Security code
card-holder = Name on card
card-not-kept = The number goes to the payment provider and is not kept here: only its last four digits are.
card-save = Save card
card-bank-instead = Use a bank account instead
bank-add = Add a bank account
bank-holder = Account holder
bank-with-iban = Account with an IBAN
bank-in-us = Or an account in the United States
bank-routing = Routing number
bank-account = Account number
bank-mandate = By saving it you allow { $business } to collect what you owe from this account. You can take that back here at any time.
bank-not-kept = The number is not kept here: only its last four digits are.
bank-save = Save account
bank-card-instead = Use a card instead
method-edit = Update { $method }
method-new-number = A card with a new number is added as a new card.
method-holder = Name on it
method-address = Billing address
method-save = Save
