# The questions before a subscription is cancelled, and before that is taken back

cancel-used = This and whatever you use until it ends is charged when it ends.
cancel-credit = { $amount } for the time left, until { $day }, goes back to where it came from.
cancel-no-credit = The time left, until { $day }, is not refunded.
