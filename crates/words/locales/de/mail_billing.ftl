# The mail about what is due

mail-billing-none = Ihre Abrechnung bei { $business }: nichts offen
mail-billing-none-heading = Es ist nichts offen
mail-billing-none-preheader = Alles ist bezahlt.
mail-billing-none-says = Alles ist bezahlt. Der Link unten zeigt alle Ihre Rechnungen, aktuelle und frühere.
mail-billing-open = Ihre Abrechnung bei { $business }: { $sum } offen
mail-billing-open-heading = Ihre offenen Rechnungen
mail-billing-overdue = Ihre Abrechnung bei { $business }: { $count ->
    [one] eine Rechnung ist überfällig
   *[other] { $count } Rechnungen sind überfällig
    }
mail-billing-overdue-heading = { $count ->
    [one] Eine Rechnung ist überfällig
   *[other] Einige Rechnungen sind überfällig
    }
mail-billing-preheader = Insgesamt { $sum } offen.
mail-billing-says = { $count ->
    [one] Sie haben eine offene Rechnung über insgesamt { $sum }.
   *[other] Sie haben { $count } offene Rechnungen über insgesamt { $sum }.
    }
mail-billing-says-overdue = Davon sind { $sum } überfällig.
mail-billing-invoice = Rechnung { $number }
mail-billing-due = Fällig am { $day }
mail-billing-due-hint = Fällig am { $day }, { $hint }
mail-billing-more = { $count ->
    [one] Und eine weitere, die der Link zeigt.
   *[other] Und { $count } weitere, die der Link zeigt.
    }
mail-billing-button = Meine Rechnungen ansehen
mail-billing-closing = Falls Sie in den letzten Tagen bezahlt haben, hat sich Ihre Zahlung wohl mit dieser E-Mail überschnitten. Bitte leiten Sie sie nicht weiter: Wer den Link zuerst öffnet, sieht Ihre Abrechnung.
