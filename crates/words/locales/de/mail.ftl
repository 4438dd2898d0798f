# What all mails share

mail-hello = Guten Tag { $name }!
mail-questions = Fragen? { $email }
mail-ask = Haben Sie Fragen dazu? Bitte wenden Sie sich an { $whom }.
mail-keep-to-yourself = Bitte leiten Sie diese E-Mail nicht weiter: Wer den Link zuerst öffnet, sieht Ihre Abrechnung.
mail-link-expiry = Dieser Link funktioniert einmal und gilt bis { $moment }, also { $span } ab dem Versand dieser E-Mail.
mail-link-copy = Falls die Schaltfläche nichts bewirkt, kopieren Sie diese Adresse in Ihren Browser:
mail-link-text = { $button }:
mail-receipt-preheader = { $heading }. Diese E-Mail ist Ihr Beleg.
mail-receipt-closing = Bitte bewahren Sie diese E-Mail als Beleg auf. Wenn Sie das nicht waren, wenden Sie sich sofort an { $whom }.
mail-row-text = { $name }: { $value }
mail-row-text-noted = { $name } ({ $note }): { $value }
mail-row-plan = Tarif
mail-row-tax = Steuer
mail-row-paid = Bezahlt
mail-row-with = Mit
mail-row-invoice = Rechnung
mail-row-due = Offener Betrag
mail-row-due-by = Zahlbar bis
mail-row-still-due = Noch offen
mail-row-received = Eingegangen
mail-row-ends = Endet am
mail-row-ended = Beendet am
mail-row-trial-ends = Testphase endet
mail-row-first-invoice = Erste Rechnung
mail-row-confirmed = Bestätigt
mail-row-reference = Referenz
