# The mail about what is due

mail-billing-none = La sua fatturazione con { $business }: nulla da pagare
mail-billing-none-heading = Non c’è nulla da pagare
mail-billing-none-preheader = È tutto pagato.
mail-billing-none-says = È tutto pagato. Il link qui sotto mostra tutte le sue fatture, attuali e passate.
mail-billing-open = La sua fatturazione con { $business }: { $sum } da pagare
mail-billing-open-heading = Le sue fatture da pagare
mail-billing-overdue = La sua fatturazione con { $business }: { $count ->
    [one] una fattura è scaduta
   *[other] { $count } fatture sono scadute
    }
mail-billing-overdue-heading = { $count ->
    [one] Una fattura è scaduta
   *[other] Alcune fatture sono scadute
    }
mail-billing-preheader = { $sum } da pagare in totale.
mail-billing-says = { $count ->
    [one] Ha una fattura da pagare, per un totale di { $sum }.
   *[other] Ha { $count } fatture da pagare, per un totale di { $sum }.
    }
mail-billing-says-overdue = Di cui { $sum } già scaduti.
mail-billing-invoice = Fattura { $number }
mail-billing-due = Scadenza { $day }
mail-billing-due-hint = Scadenza { $day }, { $hint }
mail-billing-more = { $count ->
    [one] E un’altra, che il link mostra.
   *[other] E altre { $count }, che il link mostra.
    }
mail-billing-button = Vedi le mie fatture
mail-billing-closing = Se ha pagato negli ultimi giorni, il pagamento e questa e-mail potrebbero essersi incrociati. Non la inoltri: chi apre il link per primo vede la sua fatturazione.
