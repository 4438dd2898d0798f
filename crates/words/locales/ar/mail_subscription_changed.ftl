# The receipt by mail of a cancellation

mail-cancel-subject = تنتهي { $plan } في { $day }
mail-cancel-heading = تم تسجيل إلغاء اشتراكك
mail-cancel-says = ينتهي اشتراكك في { $plan } في { $day }. تحتفظ بكل شيء حتى ذلك الحين، ولن تصدر عنه فواتير أخرى. تبقى الفواتير غير المدفوعة مستحقة.
mail-undo-subject = تستمر { $plan }
mail-undo-heading = يستمر اشتراكك
mail-undo-says = لن ينتهي اشتراكك في { $plan }. لا يتغير شيء، والفاتورة التالية في { $day }.
mail-ended-subject = انتهت { $plan }
mail-ended-heading = انتهى اشتراكك
mail-ended-says = انتهى اشتراكك في { $plan } في { $day }. لن تصدر عنه فواتير أخرى. تبقى الفواتير غير المدفوعة مستحقة، ويمكنك الاطلاع عليها جميعًا. شكرًا لأنك كنت معنا.
mail-ended-credit = يُعاد مبلغ { $sum } عن المدة المدفوعة غير المستخدمة إلى وسيلة الدفع الأصلية.
mail-row-credit = المبلغ المُعاد
mail-row-used = مقابل الاستخدام
