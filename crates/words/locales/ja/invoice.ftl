# An invoice as a sheet

invoice-all = すべての請求書
invoice-pdf = PDFをダウンロード
invoice-pay = { $amount }を支払う
invoice-word = 請求書
invoice-status = 状態
invoice-issued = 発行日
invoice-due = 支払期限
invoice-paid-day = 支払日
invoice-bill-to = 請求先
invoice-from = 発行元
invoice-vat = VAT
invoice-paid-on = { $day }支払済み
invoice-paid = 支払済み
invoice-withdrawn = 無効（お支払いは不要です）
invoice-lines = この請求書の内訳
invoice-description = 内容
invoice-quantity = 数量
invoice-unit-price = 単価
invoice-tax = 税率
invoice-rate = 税率{ $rate }
invoice-amount = 金額
invoice-discount-of = 割引 { $amount }
invoice-discount = 割引
invoice-subtotal = 小計
invoice-total = 合計
invoice-amount-paid = お支払い済み
