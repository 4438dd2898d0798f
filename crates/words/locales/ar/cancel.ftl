# The questions before a subscription is cancelled, and before that is taken back

cancel-used = يُحتسب هذا وما تستخدمه حتى النهاية عند الانتهاء.
