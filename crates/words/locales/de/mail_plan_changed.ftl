# The receipt by mail of a change of plan or seats

mail-plan-made = Sie haben jetzt { $plan }
mail-plan-made-heading = Ihr Abonnement hat sich geändert
mail-plan-made-says = Ihr Abonnement von { $plan } gilt ab jetzt wie unten gezeigt.
mail-plan-planned = { $plan } ab { $day }
mail-plan-planned-heading = Ihre Änderung ist vorgemerkt
mail-plan-planned-says = Am { $day } wechselt Ihr Abonnement zu { $plan }. Bis dahin ändert sich nichts, und Sie können es sich anders überlegen.
mail-plan-off = { $plan } bleibt, wie es ist
mail-plan-off-heading = Die Änderung ist abgesagt
mail-plan-off-says = Ihr Abonnement von { $plan } bleibt, wie es ist. Es wurde nichts berechnet.
