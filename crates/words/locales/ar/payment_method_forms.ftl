# Putting a card or a bank account on file, and changing it

method-test = بوابة تجريبية.
method-test-card = لا تُنقل أي أموال، ولا تُقبل إلا الأرقام التجريبية: { $number }، وأي تاريخ قادم، وأي ثلاثة أرقام.
method-test-bank = لا تُنقل أي أموال، ولا تُقبل إلا الأرقام التجريبية: IBAN { $iban }، أو رقم التوجيه { $routing } مع الحساب { $account }.
card-number = رقم البطاقة
card-expires = تاريخ الانتهاء
card-expires-example = MM/YY
card-code = رمز الأمان
card-holder = الاسم على البطاقة
card-not-kept = يُرسل الرقم إلى مزوّد الدفع ولا يُحفظ هنا: تُحفظ أرقامه الأربعة الأخيرة فقط.
card-save = حفظ البطاقة
card-bank-instead = استخدام حساب مصرفي بدلًا منها
bank-add = إضافة حساب مصرفي
bank-holder = صاحب الحساب
bank-with-iban = حساب برقم IBAN
bank-in-us = أو حساب في الولايات المتحدة
bank-routing = رقم التوجيه
bank-account = رقم الحساب
bank-mandate = بالحفظ تسمح لـ { $business } بتحصيل ما عليك من هذا الحساب. يمكنك سحب الإذن هنا في أي وقت.
bank-not-kept = لا يُحفظ الرقم هنا: تُحفظ أرقامه الأربعة الأخيرة فقط.
bank-save = حفظ الحساب
bank-card-instead = استخدام بطاقة بدلًا منه
method-edit = تحديث { $method }
method-new-number = تُضاف البطاقة ذات الرقم الجديد كبطاقة جديدة.
method-holder = اسم صاحبها
method-address = عنوان الفوترة
method-save = حفظ
