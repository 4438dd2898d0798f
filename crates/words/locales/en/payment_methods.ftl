# Cards and bank accounts on file

methods-none = No payment method is on file. With one, you can pay invoices here and your subscription renews by itself.
method-default = Default
method-kept = Your subscription is paid with it. To replace it, add another first.
method-update = Update
method-make-default = Make default
method-remove = Remove
method-expires = Expires { $expiry }
method-expires-soon = Expires soon, { $expiry }
method-expired = Expired { $expiry }
method-remove-title = Remove this payment method?
method-remove-off = { $method } is taken off file and is not charged again.
method-remove-made = Payments already made with it stay as they are.
method-remove-again = You can add it again at any time.
method-remove-no = Keep it
