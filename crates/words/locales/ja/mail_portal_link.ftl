# The link by mail: sent by staff, or asked for anew

mail-link-subject = { $business }のご請求について
mail-link-preheader = { $business }の請求書とご契約をご確認いただけます。パスワードは不要です。
mail-link-says = { $business }のご請求ページへのリンクをお送りします。請求書の確認とご契約の管理ができます。パスワードは不要です。
mail-link-button = ご請求ページを開く
mail-link-closing = このメールは転送しないでください。最初にリンクを開いた方にご請求の内容が表示されます。お心当たりがない場合は、破棄していただいて構いません。
mail-recovery-subject = { $business }のご請求ページへの新しいリンク
mail-recovery-preheader = ご希望の新しいリンクです。以前のリンクは使えなくなりました。
mail-recovery-heading = 新しいリンクです
mail-recovery-says = { $business }のご請求ページへの新しいリンクのご依頼を受け付けました。以前のリンクは使えなくなりました。
mail-recovery-closing = ご依頼にお心当たりがない場合は、このメールを破棄していただいて構いません。ほかの方には送信されておらず、何も変更されていません。
