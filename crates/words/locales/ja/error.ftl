# What went wrong, what it means and what to do next

error-not-found = ページが見つかりません
error-not-found-means = アドレスが途中で切れているか、表示していた内容がなくなっています。
error-not-allowed = オンラインではお手続きいただけません
error-not-allowed-means = 何も変更されていません。担当者が代わりにお手続きいたします。
error-stale = ページの内容が最新ではありません
error-stale-means = ページを開いた後に内容が変わったため、何も行っていません。ご確認のうえ、もう一度お試しください。
error-too-many = 短時間に多くの操作がありました
error-too-many-means = アカウント保護のため、しばらくお待ちいただいています。何も変更されていません。数分後にもう一度お試しください。
error-internal = こちらの側で問題が発生しました
error-internal-means = 途中まで変更されることはありません。完了したか、何も行われていないかのどちらかです。少し待ってからもう一度お試しください。
error-unavailable = まもなく再開します
error-unavailable-means = 現在、ご請求ページをご利用いただけません。データは安全です。数分後にもう一度お試しください。
error-home = 概要に移動
error-help = お困りの場合は{ $business }までお問い合わせください。
error-reference = 参照番号：{ $reference }
