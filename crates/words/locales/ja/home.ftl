home-paid-up = お支払いはすべて完了しています
home-open = 未払いの請求書が{ $count }件あります
home-overdue = 期限を過ぎた請求書が{ $count }件あります
home-subscriptions = ご契約中のサブスクリプション
home-latest = 最近の請求書
home-nothing-due = お支払いが必要なものはありません。新しい請求書はここに表示されます。
home-amount-due = お支払い金額
home-pay = { $count ->
    [1] 支払う
   *[other] すべて支払う
    }
home-all-overdue = 全額が期限超過です
home-part-overdue = うち{ $amount }が期限超過です
home-due-by = お支払い期限：{ $day }
home-invoice = 請求書 { $number }
home-welcome = { $name } 様、ようこそ
home-nothing = 現在、表示する内容はありません。ご請求に関するお問い合わせは { $business } までお願いします。
