# The mail about what is due

mail-billing-none = { $business }のご請求：お支払いはありません
mail-billing-none-heading = お支払いはありません
mail-billing-none-preheader = お支払いはすべて完了しています。
mail-billing-none-says = お支払いはすべて完了しています。下のリンクから、これまでのすべての請求書をご覧いただけます。
mail-billing-open = { $business }のご請求：{ $sum }が未払いです
mail-billing-open-heading = 未払いの請求書
mail-billing-overdue = { $business }のご請求：期限を過ぎた請求書が{ $count }件あります
mail-billing-overdue-heading = { $count ->
    [1] 期限を過ぎた請求書があります
   *[other] 期限を過ぎた請求書が複数あります
    }
mail-billing-preheader = 未払いの合計：{ $sum }
mail-billing-says = 未払いの請求書が{ $count }件、合計{ $sum }あります。
mail-billing-says-overdue = うち{ $sum }が期限を過ぎています。
mail-billing-invoice = 請求書 { $number }
mail-billing-due = お支払い期限：{ $day }
mail-billing-due-hint = お支払い期限：{ $day }、{ $hint }
mail-billing-more = ほか{ $count }件はリンクからご覧いただけます。
mail-billing-button = 請求書を見る
mail-billing-closing = ここ数日の間にお支払いいただいた場合は、このメールと行き違いになったものと存じます。最初にリンクを開いた方にご請求の内容が表示されますので、このメールは転送しないでください。
