home-paid-up = كل شيء مدفوع
home-open = { $count ->
    [one] لديك فاتورة واحدة غير مدفوعة
    [two] لديك فاتورتان غير مدفوعتين
    [few] لديك { $count } فواتير غير مدفوعة
    [many] لديك { $count } فاتورة غير مدفوعة
   *[other] لديك { $count } فاتورة غير مدفوعة
    }
home-overdue = { $count ->
    [one] لديك فاتورة واحدة متأخرة
    [two] لديك فاتورتان متأخرتان
    [few] لديك { $count } فواتير متأخرة
   *[other] لديك { $count } فاتورة متأخرة
    }
home-subscriptions = اشتراكاتك
home-latest = أحدث الفواتير
home-nothing-due = لا توجد مبالغ مستحقة. تظهر الفواتير الجديدة هنا.
home-amount-due = المبلغ المستحق
home-pay = { $count ->
    [one] ادفع الآن
   *[other] ادفع الكل
    }
home-all-overdue = كله متأخر
home-part-overdue = منه { $amount } متأخر
home-due-by = تُدفع حتى { $day }
home-invoice = فاتورة { $number }
home-welcome = مرحبًا، { $name }
home-nothing = لا يوجد ما يُعرض هنا حاليًا. للاستفسار عن الفوترة، يُرجى التواصل مع { $business }.
