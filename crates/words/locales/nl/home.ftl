home-paid-up = Alles is betaald
home-open = { $count ->
    [one] U hebt één openstaande factuur
   *[other] U hebt { $count } openstaande facturen
    }
home-overdue = { $count ->
    [one] U hebt één factuur die te laat is
   *[other] U hebt { $count } facturen die te laat zijn
    }
home-subscriptions = Uw abonnementen
home-latest = Laatste facturen
home-nothing-due = Er staat niets open. Nieuwe facturen verschijnen hier.
home-amount-due = Te betalen bedrag
home-pay = { $count ->
    [one] Nu betalen
   *[other] Alles betalen
    }
home-all-overdue = Volledig te laat
home-part-overdue = Waarvan { $amount } te laat
home-due-by = Te betalen uiterlijk { $day }
home-invoice = Factuur { $number }
home-welcome = Welkom, { $name }
home-nothing = Er is hier op dit moment niets te zien. Neem voor vragen over uw facturering contact op met { $business }.
