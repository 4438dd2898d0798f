# A new e-mail address: asked, confirmed, told

email-title = Confermi il suo indirizzo e-mail
email-ask = Da ora { $business } invierà le e-mail di fatturazione a { $email }.
email-confirm = Usa questo indirizzo
email-not-you = Non è stato lei? Lo ignori: senza il pulsante non cambia nulla.
email-done = Il suo indirizzo e-mail è cambiato
email-done-more = { $business } scriverà ora a { $email }. Abbiamo avvisato anche il vecchio indirizzo.
email-dead = Questo link non funziona più
email-dead-more = Funziona una volta e per 24 ore. Inserisca di nuovo l’indirizzo nei dati di fatturazione.
email-mail-subject = Confermi il suo indirizzo per { $business }
email-mail-says = Qualcuno, probabilmente lei, desidera ricevere a questo indirizzo le e-mail di fatturazione di { $business }.
email-changed-subject = Il suo indirizzo presso { $business } è cambiato
email-changed-says = Da ora { $business } invia le e-mail di fatturazione a { $email } e non più qui.
email-changed-not-you = Se non è stato lei, scriva subito a { $contact }.
