# Choosing another plan or other seats, and calling off a change that waits

change-title = Abonnement wijzigen
change-title-seats = Plaatsen wijzigen
change-monthly = Maandelijkse betaling
change-yearly = Jaarlijkse betaling
change-your-plan = Uw abonnement
change-seats-range = { $min } tot { $max } plaatsen
change-seats-least = minstens { $min } plaatsen
change-seats = Plaatsen
change-seats-hint = U hebt { $seats }. Telt bij abonnementen met een prijs per plaats.
change-seats-assigned = Toegewezen aan mensen: { $seats }. Minder kan niet.
change-back = Terug
change-see = Bekijk de kosten
change-nothing-yet = Er verandert nog niets. U ziet eerst de precieze bedragen en bevestigt ze.
change-refused = Deze wijziging is niet mogelijk.
change-same = Dit hebt u al.
change-same-next = Kies een ander abonnement of een ander aantal plaatsen.
change-seats-wrong = Controleer het aantal plaatsen.
change-seats-wrong-next = Schrijf het in cijfers, bijvoorbeeld 5.
undo-change-title = Alles laten zoals het is?
undo-change-off = De overstap naar { $plan } op { $day } gaat niet door.
undo-change-keep = U houdt { $plan } zoals het nu is.
undo-change-free = Vandaag wordt niets in rekening gebracht.
undo-change-no = Laat de wijziging staan
undo-change-yes = Wijziging afzeggen
