# Putting a card or a bank account on file, and changing it

method-test = テスト用のポータルです。
method-test-card = お金は動きません。テスト用の番号のみご利用いただけます：{ $number }、将来の日付、任意の3桁。
method-test-bank = お金は動きません。テスト用の番号のみご利用いただけます：IBAN { $iban }、またはルーティング番号{ $routing }と口座番号{ $account }。
card-number = カード番号
card-expires = 有効期限
card-expires-example = MM/YY
card-code = セキュリティコード
card-holder = カードの名義
card-not-kept = 番号は決済事業者に送られ、ここには保存されません。下4桁のみ保存されます。
card-save = カードを保存
card-bank-instead = 代わりに銀行口座を使う
bank-add = 銀行口座を追加
bank-holder = 口座名義
bank-with-iban = IBANのある口座
bank-in-us = または米国の口座
bank-routing = ルーティング番号
bank-account = 口座番号
bank-mandate = 保存すると、{ $business }がこの口座から請求額を引き落とすことに同意したことになります。同意はいつでもここで取り消せます。
bank-not-kept = 番号はここには保存されません。下4桁のみ保存されます。
bank-save = 口座を保存
bank-card-instead = 代わりにカードを使う
method-edit = { $method }の更新
method-new-number = 番号の異なるカードは、新しいカードとして追加してください。
method-holder = 名義
method-address = 請求先住所
method-save = 保存
