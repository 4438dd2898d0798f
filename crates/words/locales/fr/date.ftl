due-since = en retard depuis le { $day }
due-late = { $count ->
    [one] 1 jour de retard
   *[other] { $count } jours de retard
    }
due-today = à payer aujourd’hui
due-tomorrow = à payer demain
due-in = à payer dans { $count } jours
due-on = à payer le { $day }
ahead-today = aujourd’hui
ahead-tomorrow = demain
ahead-in = dans { $count } jours
moment = { $day } à { $time } { $zone }
span-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
    }
span-hours = { $count ->
    [one] { $count } heure
   *[other] { $count } heures
    }
span-both = { $hours } { $minutes }
