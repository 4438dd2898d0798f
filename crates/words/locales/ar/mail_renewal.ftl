# An invoice that waits, a payment that failed, a trial that ends

mail-invoice-subject = الفاتورة { $number } من { $business }
mail-invoice-preheader = { $sum }، تُدفع حتى { $day }.
mail-invoice-heading = فاتورتك الجديدة
mail-invoice-says = تم تجديد اشتراكك. يُرجى دفع { $sum } حتى { $day }: لا توجد وسيلة دفع محفوظة يمكننا الخصم منها.
mail-failed-subject = تعذّر دفع الفاتورة { $number }
mail-failed-again-subject = تعذّر دفع الفاتورة { $number }: المحاولة التالية في { $day }
mail-failed-heading = لم تتم عملية الدفع
mail-failed-preheader = { $sum } مستحقة عن الفاتورة { $number }.
mail-failed-says = تعذّر علينا تحصيل المستحق عن الفاتورة { $number }. { $why }
mail-failed-nothing-on-file = لا توجد وسيلة دفع محفوظة. يُرجى إضافة وسيلة دفع أو دفع الفاتورة.
mail-failed-confirm = يطلب مصرفك أن تؤكد هذه الدفعة بنفسك. يُرجى فتح صفحة فوترتك أدناه ودفع الفاتورة وتأكيدها.
mail-failed-again = سنحاول مرة أخرى في { $day }. يستمر اشتراكك حتى ذلك الحين، ولا يلزمك فعل شيء إن كان الرصيد كافيًا.
mail-failed-open = لن نحاول مرة أخرى تلقائيًا. يُرجى دفع الفاتورة كي يستمر اشتراكك.
mail-failed-ended = انتهى اشتراكك لأن الفاتورة لم تُدفع. تبقى الفاتورة مستحقة.
mail-failed-ended-subject = انتهى اشتراكك لدى { $business }
mail-trial-subject = تنتهي فترتك التجريبية في { $plan } في { $day }
mail-trial-heading = تنتهي فترتك التجريبية قريبًا
mail-trial-says = تنتهي فترتك التجريبية في { $plan } في { $day }.
mail-trial-charged = سنخصم بعدها { $sum } عن الفترة الأولى: { $method }.
mail-trial-nothing-on-file = تبلغ تكلفة الفترة الأولى بعدها { $sum }، ولا توجد وسيلة دفع محفوظة بعد. يُرجى إضافة وسيلة دفع قبل { $day }.
