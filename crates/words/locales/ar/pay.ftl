# What is to be paid and by what, and how it went

pay-title = دفع الفاتورة { $number }
pay-title-all = { $count ->
        [one] دفع فاتورة واحدة
        [two] دفع فاتورتين
        [few] دفع { $count } فواتير
       *[other] دفع { $count } فاتورة
    }
pay-changed = تغيّر المبلغ المستحق.
pay-changed-next = لم يُخصم شيء. يُرجى مراجعة المبلغ الجديد.
pay-sum = المطلوب دفعه
pay-with = الدفع بواسطة
pay-expires = تنتهي { $expiry }
pay-expired = انتهت { $expiry }
pay-other-card = استخدام بطاقة أخرى
paid-all = شكرًا لك، تم الدفع
paid-some = الفواتير المدفوعة: { $paid } من { $all }
paid-see-invoices = عرض الفواتير
paid-change = تغيير اشتراكك
paid-pending = قيد التنفيذ
paid-not = غير مدفوعة
paid-returned = مدفوعة من قبل: ستُعاد هذه الدفعة
sandbox-bank = تأكيد هذا الدفع
sandbox-bank-test = مصرف تجريبي.
sandbox-bank-says = يعرض المصرف الحقيقي صفحته هنا. لا تُنقل أي أموال.
sandbox-bank-to = إلى
sandbox-bank-from = من
payment-call-off = إلغاء
sandbox-bank-yes = تأكيد الدفع
waiting-title = { $count ->
        [zero] لا دفعات بانتظار مصرفك
        [one] دفعة واحدة بانتظار مصرفك
        [two] دفعتان بانتظار مصرفك
        [few] { $count } دفعات بانتظار مصرفك
        [many] { $count } دفعة بانتظار مصرفك
       *[other] { $count } دفعة بانتظار مصرفك
    }
waiting-says = لا يُخصم شيء قبل تأكيدك لدى المصرف. وما لا يؤكَّد خلال ساعة يُلغى.
