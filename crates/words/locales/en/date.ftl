due-since = overdue since { $day }
due-late = { $count ->
    [one] 1 day overdue
   *[other] { $count } days overdue
    }
due-today = due today
due-tomorrow = due tomorrow
due-in = due in { $count } days
due-on = due { $day }
ahead-today = today
ahead-tomorrow = tomorrow
ahead-in = in { $count } days
moment = { $time } { $zone } on { $day }
span-minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
    }
span-hours = { $count ->
    [one] 1 hour
   *[other] { $count } hours
    }
span-both = { $hours } { $minutes }
