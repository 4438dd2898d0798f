# An address, in a form

address-line1 = 番地
address-line2 = 建物名・部屋番号
address-postal-code = 郵便番号
address-city = 市区町村
address-region = 都道府県
address-country = 国
