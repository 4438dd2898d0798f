home-paid-up = Alles ist bezahlt
home-open = { $count ->
    [one] Sie haben eine offene Rechnung
   *[other] Sie haben { $count } offene Rechnungen
    }
home-overdue = { $count ->
    [one] Sie haben eine überfällige Rechnung
   *[other] Sie haben { $count } überfällige Rechnungen
    }
home-subscriptions = Ihre Abonnements
home-latest = Neueste Rechnungen
home-nothing-due = Es ist nichts offen. Neue Rechnungen erscheinen hier.
home-amount-due = Offener Betrag
home-pay = { $count ->
    [one] Jetzt bezahlen
   *[other] Alle bezahlen
    }
home-all-overdue = Vollständig überfällig
home-part-overdue = Davon { $amount } überfällig
home-due-by = Fällig bis { $day }
home-invoice = Rechnung { $number }
home-welcome = Willkommen, { $name }
home-nothing = Hier gibt es im Moment nichts zu sehen. Bei Fragen zu Ihrer Abrechnung wenden Sie sich bitte an { $business }.
