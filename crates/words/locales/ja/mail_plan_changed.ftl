# The receipt by mail of a change of plan or seats

mail-plan-made = { $plan }に変更されました
mail-plan-made-heading = ご契約が変更されました
mail-plan-made-says = { $plan }のご契約は、今後下記のとおりとなります。
mail-plan-planned = { $day }から{ $plan }
mail-plan-planned-heading = 変更を予約しました
mail-plan-planned-says = { $day }にご契約が{ $plan }へ変更されます。それまでは何も変わらず、取り消すこともできます。
mail-plan-off = { $plan }は変更されません
mail-plan-off-heading = 変更を取り消しました
mail-plan-off-says = { $plan }のご契約は変わりません。請求も行われていません。
