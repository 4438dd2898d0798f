# What is wrong with a field

fault-not-digits = Write the digits only, such as { $example }.
fault-card-length = This card number has too few or too many digits. Please check it.
fault-check-digit = This card number has a slip in it. Please compare it with your card.
fault-security-code = The security code is the 3 digits on the back, or the 4 on the front of American Express.
fault-iban = This is not a valid IBAN. Please compare it with your bank statement.
fault-routing = A routing number has 9 digits. Please compare it with a check or your bank’s site.
fault-account = An account number has 4 to 17 digits. Please check it.
fault-no-account = Fill in an IBAN, or a routing and an account number.
fault-two-accounts = Fill in either this or an account in the United States, not both.
fault-expiry = Write the month and the year as on the card, such as { $example }.
fault-card-expired = This card has expired. Please use another.
fault-holder = Write the name as your bank has it.
fault-holder-number = This looks like a number. Write the name as your bank has it.
fault-line = Please write one line of at most { $longest } characters.
fault-test-number = This portal takes test numbers only, such as { $example }. Nothing of yours was kept.
