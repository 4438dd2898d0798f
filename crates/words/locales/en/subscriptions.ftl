subscriptions-none = You have no subscription at the moment.
subscriptions-monthly = { $amount } a month
subscriptions-yearly = { $amount } a year
subscriptions-ended = Ended on { $day }
subscriptions-ends = Ends on { $day }
subscriptions-trial-ends = Trial ends on { $day }
subscriptions-next = Next invoice on { $day }
