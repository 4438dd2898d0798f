# The receipt by mail of a payment

mail-paid-subject = 請求書 { $number } の領収のお知らせ
mail-paid-preheader = { $sum }を受領しました。このメールが控えとなります。
mail-paid-heading = お支払いを受領しました
mail-paid-says = ありがとうございます。{ $sum }のお支払いを受領し、請求書 { $number } のお支払いが完了しました。
mail-paid-part-says = ありがとうございます。請求書 { $number } に対する{ $sum }のお支払いを受領しました。
mail-paid-closing = このメールは控えとして保管してください。このお支払いにお心当たりがない場合は、すぐに{ $whom }までご連絡ください。

mail-returned-subject = 請求書{ $number }のお支払いは返金されます
mail-returned-heading = お支払いは返金されます
mail-returned-says = お支払いが届く前に請求書{ $number }は精算済みでした。そのため{ $sum }を{ $method }に返金します。お手続きは不要です。
mail-row-returned = 返金額
