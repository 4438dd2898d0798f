# Forms: what needs attention, what may stay empty

form-optional = 任意
form-check = 印の付いた項目をご確認ください。
form-not-saved = まだ何も保存されていません。
