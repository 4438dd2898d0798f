# An invoice as a sheet

invoice-all = كل الفواتير
invoice-pdf = تنزيل PDF
invoice-pay = ادفع { $amount }
invoice-word = فاتورة
invoice-status = الحالة
invoice-issued = تاريخ الإصدار
invoice-due = تاريخ الاستحقاق
invoice-paid-day = تاريخ الدفع
invoice-bill-to = الفاتورة إلى
invoice-from = من
invoice-vat = الرقم الضريبي
invoice-paid-on = دُفعت في { $day }
invoice-paid = مدفوعة
invoice-withdrawn = ملغاة؛ لا يلزم دفع شيء
invoice-lines = تفاصيل هذه الفاتورة
invoice-description = الوصف
invoice-quantity = الكمية
invoice-unit-price = سعر الوحدة
invoice-tax = الضريبة
invoice-rate = ضريبة { $rate }
invoice-amount = المبلغ
invoice-discount-of = خصم { $amount }
invoice-discount = الخصم
invoice-subtotal = المجموع الفرعي
invoice-total = الإجمالي
invoice-amount-paid = المدفوع
