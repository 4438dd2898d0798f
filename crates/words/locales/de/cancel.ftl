# The questions before a subscription is cancelled, and before that is taken back

cancel-used = Dies und was Sie bis zum Ende noch nutzen, wird zum Ende berechnet.
cancel-credit = { $amount } für die restliche Zeit bis { $day } gehen dorthin zurück, woher sie kamen.
cancel-no-credit = Die restliche Zeit bis { $day } wird nicht erstattet.
