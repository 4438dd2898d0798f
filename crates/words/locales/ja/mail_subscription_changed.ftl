# The receipt by mail of a cancellation

mail-cancel-subject = { $plan }は{ $day }に終了します
mail-cancel-heading = 解約のお手続きを受け付けました
mail-cancel-says = { $plan }のご契約は{ $day }に終了します。それまではこれまでどおりご利用いただけ、今後この契約の請求書は発行されません。未払いの請求書のお支払いは引き続き必要です。
mail-undo-subject = { $plan }は継続されます
mail-undo-heading = ご契約は継続されます
mail-undo-says = { $plan }の解約は取り消されました。何も変わらず、次回の請求日は{ $day }です。
mail-ended-subject = { $plan }のご契約が終了しました
mail-ended-heading = ご契約が終了しました
mail-ended-says = { $plan }のご契約は{ $day }に終了しました。今後この契約の請求書は発行されません。未払いの請求書のお支払いは引き続き必要で、すべての請求書は引き続きご覧いただけます。これまでのご利用ありがとうございました。
mail-ended-credit = お支払い済みで未使用の期間分{ $sum }は、元のお支払い方法に返金されます。
mail-row-credit = 返金
mail-row-used = 使用分
