link-recover = 新しいリンクを送る
