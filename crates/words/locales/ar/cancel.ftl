# The questions before a subscription is cancelled, and before that is taken back

cancel-used = يُحتسب هذا وما تستخدمه حتى النهاية عند الانتهاء.
cancel-credit = يُعاد { $amount } عن الوقت المتبقي حتى { $day } إلى حيث جاء.
cancel-no-credit = لا يُسترد الوقت المتبقي حتى { $day }.
