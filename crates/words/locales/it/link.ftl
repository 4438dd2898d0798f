# The door: a link that opens, or does not

link-title = La sua fatturazione con { $business }
link-says = Veda le fatture e gestisca l’abbonamento. Senza password.
link-open = Continua alla fatturazione
link-once = Questo link funziona una volta sola, ancora per { $span } (fino a { $moment }).
link-not-you = Non l’ha richiesto? Chiuda questa pagina e non succede nulla. Se continua ad arrivare, si rivolga a { $business }.
link-recover = Inviami un nuovo link
link-expired = Questo link è scaduto
link-expired-why = I link alla fatturazione valgono solo per poco tempo, così una vecchia e-mail non apre nulla.
link-used = Questo link è già stato usato
link-used-why = Ogni link funziona una volta sola. Se non l’ha aperto lei, ne chieda uno nuovo e ci avvisi.
link-replaced = C’è un link più recente
link-replaced-why = Un’e-mail più recente ha sostituito questa. Cerchi l’ultima nella posta in arrivo, o ne chieda un’altra.
link-unknown = Questo link non funziona
link-unknown-why = Potrebbe essere incompleto o revocato. Lo apra di nuovo dall’e-mail, o ne chieda uno nuovo.
link-mailed-to = Lo inviamo all’indirizzo registrato presso di noi. Non è più attuale? Si rivolga a { $business }.
link-sent = Controlli la posta
link-sent-says = Se il suo link appartiene a un account, uno nuovo è in arrivo all’indirizzo registrato.
link-sent-nothing = Ancora nulla dopo qualche minuto? Guardi nella cartella spam, poi si rivolga a { $business }.
