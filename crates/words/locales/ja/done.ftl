done-title = 完了しました
done-leaving = { $business } に戻ります。
done-saved = 変更を保存しました。このページを閉じてかまいません。
done-home = お支払いの全体を見る
