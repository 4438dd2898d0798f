due-since = متأخرة منذ { $day }
due-late = { $count ->
    [one] متأخرة يومًا واحدًا
    [two] متأخرة يومين
    [few] متأخرة { $count } أيام
   *[other] متأخرة { $count } يومًا
    }
due-today = تُستحق اليوم
due-tomorrow = تُستحق غدًا
due-in = { $count ->
    [two] تُستحق خلال يومين
    [few] تُستحق خلال { $count } أيام
   *[other] تُستحق خلال { $count } يومًا
    }
due-on = تُستحق في { $day }
ahead-today = اليوم
ahead-tomorrow = غدًا
ahead-in = { $count ->
    [two] بعد يومين
    [few] بعد { $count } أيام
   *[other] بعد { $count } يومًا
    }
# All of it is set in, so a letter that nobody sees tells which way it runs.
moment = { "\u200F" }{ $day }، { $time } { $zone }
span-minutes = { $count ->
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $count } دقائق
   *[other] { $count } دقيقة
    }
span-hours = { $count ->
    [one] ساعة واحدة
    [two] ساعتين
    [few] { $count } ساعات
   *[other] { $count } ساعة
    }
span-both = { $hours } و{ $minutes }
