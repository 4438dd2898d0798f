# Cards and bank accounts on file

methods-none = お支払い方法が登録されていません。登録すると、ここで請求書をお支払いいただけ、ご契約も自動で更新されます。
method-default = 既定
method-kept = ご契約のお支払いに使用されています。変更するには、先に別のお支払い方法を追加してください。
method-update = 更新
method-make-default = 既定にする
method-remove = 削除
method-expires = 有効期限 { $expiry }
method-expires-soon = まもなく期限切れ { $expiry }
method-expired = 期限切れ { $expiry }
method-remove-title = このお支払い方法を削除しますか？
method-remove-off = { $method }は削除され、今後請求されることはありません。
method-remove-made = すでに行われたお支払いには影響しません。
method-remove-again = いつでも再登録できます。
method-remove-no = 残す
