# The receipt by mail of a change of plan or seats

mail-plan-made = You have { $plan } now
mail-plan-made-heading = Your subscription has changed
mail-plan-made-says = Your subscription to { $plan } is as shown below from now on.
mail-plan-planned = { $plan } from { $day } on
mail-plan-planned-heading = Your change is planned
mail-plan-planned-says = On { $day } your subscription changes to { $plan }. Until then nothing changes, and you can change your mind.
mail-plan-off = { $plan } stays as it is
mail-plan-off-heading = The change is called off
mail-plan-off-says = Your subscription to { $plan } stays as it is. Nothing was charged.
mail-plan-hello = Hello { $name },
mail-plan-preheader = { $heading }. This mail is your receipt.
mail-plan-closing = Please keep this mail as your receipt. If this was not you, contact { $whom } at once.
mail-plan-row-plan = Plan
mail-plan-row-tax = Tax
mail-plan-row-paid = Paid
mail-plan-row-with = With
mail-plan-row-invoice = Invoice
mail-plan-row-confirmed = Confirmed
mail-plan-row-reference = Reference
