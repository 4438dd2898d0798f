# What plans and seats cost, and how long a part of a period is

plan-price-seat-month = { $amount } شهريًا لكل مقعد
plan-price-seat-year = { $amount } سنويًا لكل مقعد
plan-price-tier = بدءًا من المقعد { $from }: { $amount }
plan-price-tax = يضاف إليها { $rate } ضريبة
plan-seats = { $count ->
        [zero] { $count } مقاعد
        [one] مقعد واحد
        [two] مقعدان
        [few] { $count } مقاعد
        [many] { $count } مقعدًا
       *[other] { $count } مقعد
    }
part-hours = { $count ->
        [zero] { $count } ساعات
        [one] ساعة واحدة
        [two] ساعتان
        [few] { $count } ساعات
        [many] { $count } ساعة
       *[other] { $count } ساعة
    }
part-minutes = { $count ->
        [zero] { $count } دقائق
        [one] دقيقة واحدة
        [two] دقيقتان
        [few] { $count } دقائق
        [many] { $count } دقيقة
       *[other] { $count } دقيقة
    }
part-days = { $count ->
        [zero] { $count } أيام
        [one] يوم واحد
        [two] يومان
        [few] { $count } أيام
        [many] { $count } يومًا
       *[other] { $count } يوم
    }
part-seconds = { $count ->
        [zero] { $count } ثوانٍ
        [one] ثانية واحدة
        [two] ثانيتان
        [few] { $count } ثوانٍ
        [many] { $count } ثانية
       *[other] { $count } ثانية
    }
line-days = { "\u200F" }{ $first } – { $last }
plan-use = الاستخدام
plan-use-line = { $meter }: { $price }
