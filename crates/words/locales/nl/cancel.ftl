# The questions before a subscription is cancelled, and before that is taken back

cancel-used = Dit en wat u tot het einde nog gebruikt, wordt bij het einde berekend.
cancel-credit = { $amount } voor de resterende tijd, tot { $day }, gaat terug naar waar het vandaan kwam.
cancel-no-credit = De resterende tijd, tot { $day }, wordt niet terugbetaald.
