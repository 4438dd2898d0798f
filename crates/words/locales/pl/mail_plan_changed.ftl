# The receipt by mail of a change of plan or seats

mail-plan-made = Masz teraz { $plan }
mail-plan-made-heading = Subskrypcja została zmieniona
mail-plan-made-says = Subskrypcja { $plan } jest odtąd taka, jak poniżej.
mail-plan-planned = { $plan } od { $day }
mail-plan-planned-heading = Zmiana jest zaplanowana
mail-plan-planned-says = { $day } subskrypcja zmieni się na { $plan }. Do tego czasu nic się nie zmienia i możesz zmienić zdanie.
mail-plan-off = { $plan } pozostaje bez zmian
mail-plan-off-heading = Zmiana została odwołana
mail-plan-off-says = Subskrypcja { $plan } pozostaje bez zmian. Nic nie zostało pobrane.
