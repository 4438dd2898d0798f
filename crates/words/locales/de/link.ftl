# The door: a link that opens, or does not

link-title = Ihre Abrechnung bei { $business }
link-says = Sehen Sie Ihre Rechnungen ein und verwalten Sie Ihr Abonnement. Ohne Passwort.
link-open = Weiter zur Abrechnung
link-once = Dieser Link funktioniert einmal, noch { $span } (bis { $moment }).
link-not-you = Nicht angefordert? Schließen Sie diese Seite, und es geschieht nichts. Kommt er immer wieder, wenden Sie sich bitte an { $business }.
link-recover = Neuen Link zusenden
link-expired = Dieser Link ist abgelaufen
link-expired-why = Links zu Ihrer Abrechnung funktionieren nur kurze Zeit, damit eine alte E-Mail nichts öffnet.
link-used = Dieser Link wurde bereits benutzt
link-used-why = Jeder Link funktioniert nur einmal. Wenn nicht Sie ihn geöffnet haben, fordern Sie einen neuen an und sagen Sie uns Bescheid.
link-replaced = Es gibt einen neueren Link
link-replaced-why = Eine neuere E-Mail hat diese ersetzt. Suchen Sie die neueste in Ihrem Posteingang, oder fordern Sie eine weitere an.
link-unknown = Dieser Link funktioniert nicht
link-unknown-why = Er ist vielleicht unvollständig oder wurde zurückgezogen. Öffnen Sie ihn noch einmal aus der E-Mail, oder fordern Sie einen neuen an.
link-mailed-to = Wir schicken ihn an die Adresse, die bei uns hinterlegt ist. Ist sie veraltet? Bitte wenden Sie sich an { $business }.
link-sent = Sehen Sie in Ihrem Posteingang nach
link-sent-says = Wenn Ihr Link zu einem Konto gehört, ist ein neuer an die hinterlegte Adresse unterwegs.
link-sent-nothing = Nach einigen Minuten nichts da? Sehen Sie im Spam-Ordner nach, und wenden Sie sich dann bitte an { $business }.
