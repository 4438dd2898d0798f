due-since = po terminie od { $day }
due-late = { $count ->
    [one] 1 dzień po terminie
    [few] { $count } dni po terminie
    [many] { $count } dni po terminie
   *[other] { $count } dnia po terminie
    }
due-today = płatna dzisiaj
due-tomorrow = płatna jutro
due-in = płatna za { $count } dni
due-on = płatna { $day }
ahead-today = dzisiaj
ahead-tomorrow = jutro
ahead-in = za { $count } dni
moment = { $day } o { $time } { $zone }
span-minutes = { $count ->
    [one] 1 minutę
    [few] { $count } minuty
    [many] { $count } minut
   *[other] { $count } minuty
    }
span-hours = { $count ->
    [one] 1 godzinę
    [few] { $count } godziny
    [many] { $count } godzin
   *[other] { $count } godziny
    }
span-both = { $hours } { $minutes }
