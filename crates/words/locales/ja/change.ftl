# Choosing another plan or other seats, and calling off a change that waits

change-title = プランの変更
change-title-seats = 席数の変更
change-monthly = 月払い
change-yearly = 年払い
change-your-plan = 現在のプラン
change-seats-range = { $min }～{ $max }席
change-seats-least = { $min }席以上
change-seats = 席数
change-seats-hint = 現在は{ $seats }です。席ごとの料金のプランに適用されます。
change-seats-assigned = メンバーに割り当て済み：{ $seats }。これより少なくすることはできません。
change-back = 戻る
change-see = 料金を確認する
change-nothing-yet = まだ何も変更されません。まず正確な金額を確認してから確定できます。
change-refused = この変更はできません。
change-same = 現在の内容と同じです。
change-same-next = 別のプランまたは席数を選んでください。
change-seats-wrong = 席数をご確認ください。
change-seats-wrong-next = 「5」のように数字で入力してください。
undo-change-title = 現在の内容を続けますか？
undo-change-off = { $day }の{ $plan }への変更を取り消します。
undo-change-keep = { $plan }は今のまま続きます。
undo-change-free = 本日の請求はありません。
undo-change-no = 変更をそのまま行う
undo-change-yes = 変更を取り消す
