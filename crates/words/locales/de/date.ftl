due-since = überfällig seit { $day }
due-late = { $count ->
    [one] 1 Tag überfällig
   *[other] { $count } Tage überfällig
    }
due-today = heute fällig
due-tomorrow = morgen fällig
due-in = in { $count } Tagen fällig
due-on = fällig am { $day }
ahead-today = heute
ahead-tomorrow = morgen
ahead-in = in { $count } Tagen
moment = { $day } um { $time } { $zone }
span-minutes = { $count ->
    [one] 1 Minute
   *[other] { $count } Minuten
    }
span-hours = { $count ->
    [one] 1 Stunde
   *[other] { $count } Stunden
    }
span-both = { $hours } { $minutes }
