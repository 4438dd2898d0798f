home-paid-up = È tutto pagato
home-open = { $count ->
    [one] Ha una fattura da pagare
   *[other] Ha { $count } fatture da pagare
    }
home-overdue = { $count ->
    [one] Ha una fattura scaduta
   *[other] Ha { $count } fatture scadute
    }
home-subscriptions = I suoi abbonamenti
home-latest = Ultime fatture
home-nothing-due = Non c’è nulla da pagare. Le nuove fatture compariranno qui.
home-amount-due = Importo da pagare
home-pay = { $count ->
    [one] Paga ora
   *[other] Paga tutto
    }
home-all-overdue = Interamente scaduto
home-part-overdue = Di cui { $amount } scaduti
home-due-by = Da pagare entro il { $day }
home-invoice = Fattura { $number }
home-welcome = Benvenuti, { $name }
home-nothing = Al momento non c’è nulla da mostrare. Per domande sulla fatturazione, si rivolga a { $business }.
