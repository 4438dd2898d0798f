# An invoice that waits, a payment that failed, a trial that ends

mail-invoice-subject = { $business }からの請求書 { $number }
mail-invoice-preheader = { $sum }、お支払い期限：{ $day }
mail-invoice-heading = 新しい請求書
mail-invoice-says = ご契約が更新されました。ご請求に使えるお支払い方法が登録されていないため、{ $day }までに{ $sum }をお支払いください。
mail-failed-subject = 請求書 { $number } のお支払いが完了しませんでした
mail-failed-again-subject = 請求書 { $number } のお支払いが完了しませんでした（再試行日：{ $day }）
mail-failed-heading = お支払いが完了しませんでした
mail-failed-preheader = 請求書 { $number } の{ $sum }が未払いです。
mail-failed-says = 請求書 { $number } のご請求額を受領できませんでした。{ $why }
mail-failed-nothing-on-file = お支払い方法が登録されていません。登録いただくか、請求書をお支払いください。
mail-failed-confirm = 銀行がお客様ご自身によるお支払いの確認を求めています。下のボタンから請求ページを開き、請求書をお支払いのうえ確認してください。
mail-failed-again = { $day }にもう一度お試しします。それまでご契約は継続します。残高があれば、お手続きは不要です。
mail-failed-open = 自動での再請求は行いません。ご契約を継続するため、請求書をお支払いください。
mail-failed-ended = お支払いいただけなかったため、ご契約は終了しました。請求書のお支払いは引き続き必要です。
mail-failed-ended-subject = { $business }のご契約が終了しました
mail-trial-subject = { $plan }のトライアルは{ $day }に終了します
mail-trial-heading = トライアルがまもなく終了します
mail-trial-says = { $plan }のトライアルは{ $day }に終了します。
mail-trial-charged = その後、最初の期間の{ $sum }を{ $method }に請求します。
mail-trial-nothing-on-file = その後、最初の期間の料金は{ $sum }です。お支払い方法がまだ登録されていません。{ $day }より前にご登録ください。
