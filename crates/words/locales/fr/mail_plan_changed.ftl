# The receipt by mail of a change of plan or seats

mail-plan-made = Vous avez maintenant { $plan }
mail-plan-made-heading = Votre abonnement a changé
mail-plan-made-says = Votre abonnement à { $plan } est désormais tel qu’indiqué ci-dessous.
mail-plan-planned = { $plan } à partir du { $day }
mail-plan-planned-heading = Votre changement est prévu
mail-plan-planned-says = Le { $day }, votre abonnement passe à { $plan }. D’ici là rien ne change, et vous pouvez changer d’avis.
mail-plan-off = { $plan } reste inchangé
mail-plan-off-heading = Le changement est annulé
mail-plan-off-says = Votre abonnement à { $plan } reste inchangé. Rien n’a été débité.
