# What all mails share

mail-hello = { $name } 様
mail-questions = お問い合わせ：{ $email }
mail-ask = ご不明な点は{ $whom }までお問い合わせください。
mail-keep-to-yourself = このメールは転送しないでください。最初にリンクを開いた人に請求内容が表示されます。
mail-link-expiry = このリンクは1回のみ有効で、{ $moment }（このメールの送信から{ $span }）に失効します。
mail-link-copy = ボタンが動作しない場合は、次のアドレスをブラウザーに貼り付けてください：
mail-link-text = { $button }：
mail-receipt-preheader = { $heading }。このメールが控えとなります。
mail-receipt-closing = このメールは控えとして保管してください。お心当たりがない場合は、すぐに{ $whom }までご連絡ください。
mail-row-text = { $name }：{ $value }
mail-row-text-noted = { $name }（{ $note }）：{ $value }
mail-row-plan = プラン
mail-row-tax = 税
mail-row-paid = お支払い額
mail-row-with = お支払い方法
mail-row-invoice = 請求書
mail-row-due = ご請求額
mail-row-due-by = お支払い期限
mail-row-still-due = 未払い残高
mail-row-received = 受領日時
mail-row-ends = 終了予定日
mail-row-ended = 終了日
mail-row-trial-ends = トライアル終了日
mail-row-first-invoice = 初回のご請求
mail-row-confirmed = 確定日時
mail-row-reference = 参照番号
