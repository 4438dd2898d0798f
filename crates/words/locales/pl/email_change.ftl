# A new e-mail address: asked, confirmed, told

email-title = Potwierdź adres e-mail
email-ask = Od teraz { $business } będzie wysyłać wiadomości o płatnościach na adres { $email }.
email-confirm = Użyj tego adresu
email-not-you = To nie Państwo? Prosimy zignorować: bez użycia przycisku nic się nie zmieni.
email-done = Adres e-mail został zmieniony
email-done-more = { $business } pisze teraz na adres { $email }. Powiadomiliśmy też poprzedni adres.
email-dead = Ten link już nie działa
email-dead-more = Działa raz i przez 24 godziny. Prosimy ponownie wpisać adres w danych do faktury.
email-mail-subject = Potwierdź adres dla { $business }
email-mail-says = Ktoś, najpewniej Państwo, chce otrzymywać na ten adres wiadomości o płatnościach od { $business }.
email-changed-subject = Zmieniono adres e-mail w { $business }
email-changed-says = Od teraz { $business } wysyła wiadomości o płatnościach na { $email }, a nie tutaj.
email-changed-not-you = Jeśli to nie Państwo, prosimy o natychmiastowy kontakt: { $contact }.
