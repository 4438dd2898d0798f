# What is to be paid and by what, and how it went

pay-title = 請求書 { $number } のお支払い
pay-title-all = { $count }件の請求書のお支払い
pay-changed = お支払い金額が変わりました。
pay-changed-next = 請求は発生していません。新しい金額をご確認ください。
pay-sum = お支払い額
pay-with = お支払い方法
pay-expires = 有効期限 { $expiry }
pay-expired = 有効期限切れ { $expiry }
pay-other-card = 別のカードを使う
paid-all = お支払いが完了しました。ありがとうございます
paid-some = { $all }件中{ $paid }件のお支払いが完了しました
paid-see-invoices = 請求書を見る
paid-change = ご契約の変更
paid-pending = 処理中
paid-not = 未完了
paid-returned = 支払い済みのため、このお支払いは返金されます
sandbox-bank = このお支払いの確認
sandbox-bank-test = テスト用の銀行です。
sandbox-bank-says = 実際の銀行ではここに独自のページが表示されます。お金は動きません。
sandbox-bank-to = 支払先
sandbox-bank-from = 支払元
payment-call-off = 取り消す
sandbox-bank-yes = お支払いを確認する
waiting-title = { $count }件のお支払いが銀行での確認を待っています
waiting-says = 銀行で確認されるまで請求されません。1時間以内に確認されない場合は取り消されます。
