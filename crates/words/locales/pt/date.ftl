due-since = vencida desde { $day }
due-late = { $count ->
    [one] vencida há 1 dia
   *[other] vencida há { $count } dias
    }
due-today = vence hoje
due-tomorrow = vence amanhã
due-in = vence em { $count } dias
due-on = vence em { $day }
ahead-today = hoje
ahead-tomorrow = amanhã
ahead-in = em { $count } dias
moment = { $day } às { $time } { $zone }
span-minutes = { $count ->
    [one] { $count } minuto
   *[other] { $count } minutos
    }
span-hours = { $count ->
    [one] { $count } hora
   *[other] { $count } horas
    }
span-both = { $hours } e { $minutes }
