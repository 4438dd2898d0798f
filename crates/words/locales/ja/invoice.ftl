invoice-all = すべての請求書
