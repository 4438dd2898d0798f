# The list of invoices

invoices-filter = عرض الفواتير حسب الحالة
invoices-all = الكل
invoices-paid = المدفوعة
invoices-pending = قيد الانتظار
invoices-overdue = المتأخرة
invoices-none-here = لا توجد فواتير أخرى هنا.
invoices-none = لا توجد لديك فواتير بعد. تظهر الأولى هنا يوم إصدارها.
invoices-none-paid = لم تُدفع أي فاتورة بعد.
invoices-none-pending = لا شيء في انتظار الدفع.
invoices-none-overdue = لا شيء متأخر.
invoices-show-all = عرض كل الفواتير
invoices-more = فواتير أخرى
invoices-newer = الأحدث
invoices-older = الأقدم
invoices-pdf-of = تنزيل الفاتورة { $number } بصيغة PDF
