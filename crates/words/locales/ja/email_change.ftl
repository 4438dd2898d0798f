# A new e-mail address: asked, confirmed, told

email-title = メールアドレスの確認
email-ask = 今後、{ $business } からの請求メールを { $email } にお送りします。
email-confirm = このアドレスを使う
email-not-you = お心当たりがない場合は無視してください。ボタンを押さない限り何も変わりません。
email-done = メールアドレスを変更しました
email-done-more = 今後 { $business } は { $email } にご連絡します。以前のアドレスにもお知らせしました。
email-dead = このリンクは無効です
email-dead-more = リンクは24時間以内に1回だけ使えます。請求先情報でもう一度アドレスを入力してください。
email-mail-subject = { $business }：メールアドレスの確認
email-mail-says = { $business } の請求メールをこのアドレスで受け取る手続きが行われました。
email-changed-subject = { $business }：メールアドレスの変更
email-changed-says = 今後 { $business } の請求メールは { $email } に送られ、このアドレスには届きません。
email-changed-not-you = お心当たりがない場合は、至急 { $contact } までご連絡ください。
