# What is to be paid and by what, and how it went

pay-title = Paga la fattura { $number }
pay-title-all = { $count ->
        [one] Paga { $count } fattura
       *[other] Paga { $count } fatture
    }
pay-changed = L’importo dovuto è cambiato.
pay-changed-next = Nulla è stato addebitato. Controlli il nuovo totale.
pay-sum = Da pagare
pay-with = Paga con
pay-expires = scade { $expiry }
pay-expired = scaduta { $expiry }
pay-other-card = Usa un’altra carta
paid-all = Grazie, è pagato
paid-some = Fatture pagate: { $paid } su { $all }
paid-see-invoices = Vedi le fatture
paid-change = Modifica dell’abbonamento
paid-pending = In corso
paid-not = Non pagata
paid-returned = Già pagato: questo pagamento torna indietro
sandbox-bank = Conferma questo pagamento
sandbox-bank-test = Banca di prova.
sandbox-bank-says = Una vera banca mostra qui la propria pagina. Nessun denaro viene trasferito.
sandbox-bank-to = A
sandbox-bank-from = Da
payment-call-off = Annulla
sandbox-bank-yes = Conferma il pagamento
waiting-title = { $count ->
        [one] Un pagamento attende la banca
       *[other] { $count } pagamenti attendono la banca
    }
waiting-says = Non viene addebitato nulla prima della conferma. Ciò che nessuno conferma entro un’ora viene annullato.
