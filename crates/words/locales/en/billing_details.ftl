# What invoices are made out to

details-title = Billing details
details-when = Applies from your next invoice. Invoices already issued stay as they are.
details-name = Name or company
details-email = E-mail address
details-email-hint = We mail a link to a new address; it counts once you have opened that link.
details-waiting = { $email } waits to be confirmed. Please open the link we mailed there.
details-address = Address
details-tax-ids = Tax numbers
details-tax-hint = Printed on your invoices. Leave a number empty to remove it.
details-tax-scheme = Type of number { $count }
details-tax-number = Number { $count }
details-tax-eu = EU VAT number
details-save = Save
details-locked = To change these details, please contact { $business }.
details-fault-missing = Please fill this in.
details-fault-email = This is not an e-mail address, such as billing@acme.example.
details-fault-shape = This is not what such a number looks like. Please check its type and its digits.
details-fault-checksum = This number has a slip in it. Please compare it digit by digit.
details-saved = Your billing details are saved.
details-saved-more = They apply from your next invoice.
