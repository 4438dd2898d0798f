# What is to be paid and by what, and how it went

pay-title = Rechnung { $number } bezahlen
pay-title-all = { $count ->
        [one] { $count } Rechnung bezahlen
       *[other] { $count } Rechnungen bezahlen
    }
pay-changed = Der offene Betrag hat sich geändert.
pay-changed-next = Es wurde nichts abgebucht. Bitte sehen Sie sich die neue Summe an.
pay-sum = Zu zahlen
pay-with = Bezahlen mit
pay-expires = gültig bis { $expiry }
pay-expired = abgelaufen { $expiry }
pay-other-card = Andere Karte verwenden
paid-all = Vielen Dank, das ist bezahlt
paid-some = { $paid } von { $all } Rechnungen sind bezahlt
paid-see-invoices = Rechnungen ansehen
paid-change = Änderung Ihres Abonnements
paid-pending = In Bearbeitung
paid-not = Nicht bezahlt
paid-returned = Schon bezahlt: Diese Zahlung geht zurück
sandbox-bank = Diese Zahlung bestätigen
sandbox-bank-test = Testbank.
sandbox-bank-says = Eine echte Bank zeigt hier ihre eigene Seite. Es fließt kein Geld.
sandbox-bank-to = An
sandbox-bank-from = Von
payment-call-off = Abbrechen
sandbox-bank-yes = Zahlung bestätigen
waiting-title = { $count ->
        [one] Eine Zahlung wartet auf Ihre Bank
       *[other] { $count } Zahlungen warten auf Ihre Bank
    }
waiting-says = Abgebucht wird erst, wenn Sie dort bestätigen. Was eine Stunde lang niemand bestätigt, wird abgebrochen.
