due-since = vencida desde el { $day }
due-late = { $count ->
    [one] vencida hace 1 día
   *[other] vencida hace { $count } días
    }
due-today = vence hoy
due-tomorrow = vence mañana
due-in = vence en { $count } días
due-on = vence el { $day }
ahead-today = hoy
ahead-tomorrow = mañana
ahead-in = en { $count } días
moment = { $day } a las { $time } { $zone }
span-minutes = { $count ->
    [one] 1 minuto
   *[other] { $count } minutos
    }
span-hours = { $count ->
    [one] 1 hora
   *[other] { $count } horas
    }
span-both = { $hours } y { $minutes }
