subscriptions-none = 現在ご契約中のサブスクリプションはありません。
subscriptions-monthly = 月額{ $amount }
subscriptions-yearly = 年額{ $amount }
subscriptions-ended = { $day }に終了しました
subscriptions-ends = { $day }に終了します
subscriptions-trial-ends = トライアルは{ $day }に終了します
subscriptions-next = 次回の請求日：{ $day }
