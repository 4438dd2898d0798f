# The door: a link that opens, or does not

link-title = { $business }のご請求
link-says = 請求書の確認とご契約の管理ができます。パスワードは不要です。
link-open = ご請求ページへ進む
link-once = このリンクは1回だけご利用いただけます。残り{ $span }（{ $moment }まで）。
link-not-you = お心当たりがない場合は、このページを閉じてください。何も行われません。繰り返し届く場合は{ $business }までご連絡ください。
link-recover = 新しいリンクを送る
link-expired = このリンクは有効期限が切れています
link-expired-why = 古いメールから開かれることのないよう、リンクは短時間のみ有効です。
link-used = このリンクはすでに使用されています
link-used-why = リンクは1回のみ有効です。お心当たりがない場合は、新しいリンクを請求し、当社までお知らせください。
link-replaced = 新しいリンクがあります
link-replaced-why = より新しいメールに置き換えられています。受信トレイで最新のメールをお探しいただくか、もう一度ご請求ください。
link-unknown = このリンクはご利用いただけません
link-unknown-why = 途中で切れているか、取り消された可能性があります。メールからもう一度開くか、新しいリンクをご請求ください。
link-mailed-to = ご登録のメールアドレスにお送りします。アドレスが古い場合は{ $business }までご連絡ください。
link-sent = メールをご確認ください
link-sent-says = リンクがご登録のアカウントのものであれば、新しいリンクをご登録のアドレスにお送りしました。
link-sent-nothing = 数分経っても届かない場合は、迷惑メールフォルダーをご確認のうえ、{ $business }までご連絡ください。
