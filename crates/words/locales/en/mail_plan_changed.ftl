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
