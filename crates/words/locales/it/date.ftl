due-since = scaduta dal { $day }
due-late = { $count ->
    [one] scaduta da 1 giorno
   *[other] scaduta da { $count } giorni
    }
due-today = scade oggi
due-tomorrow = scade domani
due-in = scade tra { $count } giorni
due-on = scade il { $day }
ahead-today = oggi
ahead-tomorrow = domani
ahead-in = tra { $count } giorni
moment = { $day } alle { $time } { $zone }
span-minutes = { $count ->
    [one] 1 minuto
   *[other] { $count } minuti
    }
span-hours = { $count ->
    [one] 1 ora
   *[other] { $count } ore
    }
span-both = { $hours } e { $minutes }
