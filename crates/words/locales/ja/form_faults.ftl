# What is wrong with a field

fault-not-digits = 数字のみをご入力ください（例：{ $example }）。
fault-card-length = カード番号の桁数が正しくありません。ご確認ください。
fault-check-digit = カード番号に誤りがあります。カードと照らし合わせてご確認ください。
fault-security-code = セキュリティコードは裏面の3桁（American Expressは表面の4桁）です。
fault-iban = 有効なIBANではありません。取引明細書と照らし合わせてご確認ください。
fault-routing = ルーティング番号は9桁です。小切手または銀行のサイトでご確認ください。
fault-account = 口座番号は4〜17桁です。ご確認ください。
fault-no-account = IBAN、またはルーティング番号と口座番号をご入力ください。
fault-two-accounts = こちらか米国の口座のどちらか一方のみをご入力ください。
fault-expiry = カードのとおりに月と年をご入力ください（例：{ $example }）。
fault-card-expired = このカードは有効期限が切れています。別のカードをご利用ください。
fault-holder = 銀行に登録されているとおりに名義をご入力ください。
fault-holder-number = 番号が入力されているようです。銀行に登録されているとおりに名義をご入力ください。
fault-line = 1行{ $longest }文字以内でご入力ください。
fault-test-number = このポータルではテスト用の番号のみご利用いただけます（例：{ $example }）。入力内容は保存されていません。
