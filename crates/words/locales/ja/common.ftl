list-comma = { "、" }
list-and = { $first }、{ $last }
contact-please = お問い合わせは{ $business }までお願いします。
