# The list of invoices

invoices-filter = 状態で絞り込む
invoices-all = すべて
invoices-paid = 支払済み
invoices-pending = 未払い
invoices-overdue = 期限超過
invoices-none-here = これ以上請求書はありません。
invoices-none = 請求書はまだありません。最初の請求書は発行日にここに表示されます。
invoices-none-paid = お支払い済みの請求書はまだありません。
invoices-none-pending = お支払い待ちの請求書はありません。
invoices-none-overdue = 期限を過ぎた請求書はありません。
invoices-show-all = すべての請求書を表示
invoices-more = その他の請求書
invoices-newer = 新しい請求書
invoices-older = 古い請求書
invoices-pdf-of = 請求書 { $number } をPDFでダウンロード
