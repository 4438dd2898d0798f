# What invoices are made out to

details-title = 請求先情報
details-when = 次回の請求書から適用されます。発行済みの請求書は変わりません。
details-name = 氏名または会社名
details-email = メールアドレス
details-email-hint = 新しいアドレスにリンクをお送りします。リンクを開くと変更が有効になります。
details-waiting = { $email } は確認待ちです。お送りしたリンクを開いてください。
details-address = 住所
details-tax-ids = 税務番号
details-tax-hint = 請求書に記載されます。削除するには番号を空にしてください。
details-tax-scheme = 番号 { $count } の種類
details-tax-number = 番号 { $count }
details-tax-eu = EU VAT番号
details-save = 保存
details-locked = 変更をご希望の場合は { $business } までご連絡ください。
details-fault-missing = 入力してください。
details-fault-email = billing@acme.example のようなメールアドレスを入力してください。
details-fault-shape = 番号の形式が正しくありません。種類と数字をご確認ください。
details-fault-checksum = 番号に誤りがあります。1桁ずつご確認ください。
details-saved = 請求先情報を保存しました。
details-saved-more = 次回の請求書から適用されます。
