# The questions before a subscription is cancelled, and before that is taken back

cancel-used = Dies und was Sie bis zum Ende noch nutzen, wird zum Ende berechnet.
