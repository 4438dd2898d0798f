# The questions before a subscription is cancelled, and before that is taken back

cancel-used = これまでと終了までのご利用分は、終了時に請求されます。
