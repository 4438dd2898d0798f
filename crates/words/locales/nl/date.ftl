due-since = te laat sinds { $day }
due-late = { $count ->
    [one] 1 dag te laat
   *[other] { $count } dagen te laat
    }
due-today = vandaag te betalen
due-tomorrow = morgen te betalen
due-in = te betalen binnen { $count } dagen
due-on = te betalen op { $day }
ahead-today = vandaag
ahead-tomorrow = morgen
ahead-in = over { $count } dagen
moment = { $day } om { $time } { $zone }
span-minutes = { $count ->
    [one] 1 minuut
   *[other] { $count } minuten
    }
span-hours = { $count ->
    [one] 1 uur
   *[other] { $count } uur
    }
span-both = { $hours } en { $minutes }
