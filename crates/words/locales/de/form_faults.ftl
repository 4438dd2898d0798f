# What is wrong with a field

fault-not-digits = Bitte nur die Ziffern, zum Beispiel { $example }.
fault-card-length = Diese Kartennummer hat zu wenige oder zu viele Ziffern. Bitte prüfen Sie sie.
fault-check-digit = In dieser Kartennummer steckt ein Tippfehler. Bitte vergleichen Sie sie mit Ihrer Karte.
fault-security-code = Die Prüfziffer sind die 3 Ziffern auf der Rückseite, bei American Express die 4 auf der Vorderseite.
fault-iban = Das ist keine gültige IBAN. Bitte vergleichen Sie sie mit Ihrem Kontoauszug.
fault-routing = Eine Routing-Nummer hat 9 Ziffern. Bitte vergleichen Sie sie mit einem Scheck oder der Website Ihrer Bank.
fault-account = Eine Kontonummer hat 4 bis 17 Ziffern. Bitte prüfen Sie sie.
fault-no-account = Geben Sie eine IBAN ein, oder Routing- und Kontonummer.
fault-two-accounts = Geben Sie entweder dies oder ein Konto in den USA ein, nicht beides.
fault-expiry = Schreiben Sie Monat und Jahr wie auf der Karte, zum Beispiel { $example }.
fault-card-expired = Diese Karte ist abgelaufen. Bitte verwenden Sie eine andere.
fault-holder = Schreiben Sie den Namen so, wie Ihre Bank ihn führt.
fault-holder-number = Das sieht nach einer Nummer aus. Schreiben Sie den Namen so, wie Ihre Bank ihn führt.
fault-line = Bitte eine Zeile mit höchstens { $longest } Zeichen.
fault-test-number = Dieses Portal nimmt nur Testnummern an, zum Beispiel { $example }. Von Ihnen wurde nichts gespeichert.
