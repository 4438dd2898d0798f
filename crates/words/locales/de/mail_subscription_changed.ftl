# The receipt by mail of a cancellation

mail-cancel-subject = { $plan } endet am { $day }
mail-cancel-heading = Ihre Kündigung ist vorgemerkt
mail-cancel-says = Ihr Abonnement von { $plan } endet am { $day }. Bis dahin behalten Sie alles, und es kommen keine weiteren Rechnungen dafür. Offene Rechnungen bleiben fällig.
mail-undo-subject = { $plan } läuft weiter
mail-undo-heading = Ihr Abonnement läuft weiter
mail-undo-says = Ihr Abonnement von { $plan } endet nun doch nicht. Es ändert sich nichts, und die nächste Rechnung kommt am { $day }.
mail-ended-subject = { $plan } ist beendet
mail-ended-heading = Ihr Abonnement ist beendet
mail-ended-says = Ihr Abonnement von { $plan } endete am { $day }. Es kommen keine weiteren Rechnungen dafür. Offene Rechnungen bleiben fällig, und Sie können weiterhin alle einsehen. Vielen Dank, dass Sie bei uns waren.
mail-ended-credit = { $sum } für die bezahlte Zeit, die Sie nicht mehr nutzen, gehen dorthin zurück, woher sie kamen.
mail-row-credit = Gutgeschrieben
mail-row-used = Für die Nutzung
