# What all mails share

mail-hello = مرحبًا { $name }،
mail-questions = لديك أسئلة؟ { $email }
mail-ask = لديك أسئلة حول هذا؟ يُرجى التواصل مع { $whom }.
mail-keep-to-yourself = يُرجى عدم إعادة توجيه هذه الرسالة: فمن يفتح الرابط أولًا يرى فوترتك.
mail-link-expiry = يعمل هذا الرابط مرة واحدة وتنتهي صلاحيته في { $moment }، أي بعد { $span } من إرسال هذه الرسالة.
mail-link-copy = إن لم يعمل الزر، فانسخ هذا العنوان إلى متصفحك:
mail-link-text = { $button }:
mail-receipt-preheader = { $heading }. هذه الرسالة هي إيصالك.
mail-receipt-closing = يُرجى الاحتفاظ بهذه الرسالة إيصالًا. إن لم تكن أنت من فعل ذلك، فتواصل فورًا مع { $whom }.
mail-row-text = { $name }: { $value }
mail-row-text-noted = { $name } ({ $note }): { $value }
mail-row-plan = الباقة
mail-row-tax = الضريبة
mail-row-paid = المدفوع
mail-row-with = بواسطة
mail-row-invoice = الفاتورة
mail-row-due = المستحق
mail-row-due-by = تُدفع حتى
mail-row-still-due = المتبقي
mail-row-received = تاريخ الاستلام
mail-row-ends = ينتهي في
mail-row-ended = انتهى في
mail-row-trial-ends = نهاية الفترة التجريبية
mail-row-first-invoice = الفاتورة الأولى
mail-row-confirmed = تم التأكيد
mail-row-reference = المرجع
