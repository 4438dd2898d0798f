# The pages after a visit

signed-out = ログアウトしました
signed-out-says = このブラウザーでご請求内容を見ることはできなくなりました。再度ご覧になるには、新しいリンクをご利用ください。
session-over = ご利用時間が終了しました
session-over-says = ご請求内容を守るため、一定時間が過ぎると終了します。それまでに確定した操作は保存されています。今送信された内容は実行されていません。
session-mailed = ご登録のメールアドレスにお送りします。
session-none = リンクからご請求ページを開いてください
session-none-says = パスワードは不要です。{ $business }からメールで届くリンクを開くと、ご請求ページが表示されます。
session-none-next = { $business }からの最新のメールをお探しいただくか、{ $whom }に新しいリンクをご依頼ください。
