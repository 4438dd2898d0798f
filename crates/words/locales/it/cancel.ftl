# The questions before a subscription is cancelled, and before that is taken back

cancel-used = Questo e quanto si userà fino alla fine è addebitato alla fine.
