# The questions before a subscription is cancelled, and before that is taken back

cancel-used = これまでと終了までのご利用分は、終了時に請求されます。
cancel-credit = { $day }までの残り期間分の { $amount } は、お支払い元に返金されます。
cancel-no-credit = { $day }までの残り期間分は返金されません。
