# The questions before a subscription is cancelled, and before that is taken back

cancel-used = Dit en wat u tot het einde nog gebruikt, wordt bij het einde berekend.
