# The questions before a subscription is cancelled, and before that is taken back

cancel-used = This and whatever you use until it ends is charged when it ends.
