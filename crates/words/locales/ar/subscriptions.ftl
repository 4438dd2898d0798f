subscriptions-none = ليس لديك أي اشتراك حاليًا.
subscriptions-monthly = { $amount } شهريًا
subscriptions-yearly = { $amount } سنويًا
subscriptions-ended = انتهى في { $day }
subscriptions-ends = ينتهي في { $day }
subscriptions-trial-ends = تنتهي الفترة التجريبية في { $day }
subscriptions-next = الفاتورة القادمة في { $day }
