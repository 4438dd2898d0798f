# Choosing another plan or other seats, and calling off a change that waits

change-title = تغيير الباقة
change-title-seats = تغيير عدد المقاعد
change-monthly = دفع شهري
change-yearly = دفع سنوي
change-your-plan = باقتك الحالية
change-seats-range = من { $min } إلى { $max } مقعدًا
change-seats-least = { $min } مقاعد على الأقل
change-seats = المقاعد
change-seats-hint = لديك الآن { $seats }. يُحتسب في الباقات المسعّرة لكل مقعد.
change-seats-assigned = المخصص لأشخاص: { $seats }. لا يمكن اختيار عدد أقل.
change-back = رجوع
change-see = عرض التكلفة
change-nothing-yet = لن يتغير شيء بعد. سترى المبالغ الدقيقة أولًا ثم تؤكدها.
change-refused = هذا التغيير غير ممكن.
change-same = هذا ما لديك بالفعل.
change-same-next = اختر باقة أخرى أو عددًا آخر من المقاعد.
change-seats-wrong = يرجى التحقق من عدد المقاعد.
change-seats-wrong-next = اكتبه بالأرقام، مثل 5.
undo-change-title = هل تبقي كل شيء كما هو؟
undo-change-off = يُلغى الانتقال إلى { $plan } في { $day }.
undo-change-keep = تحتفظ بـ { $plan } كما هي اليوم.
undo-change-free = لن يُخصم شيء اليوم.
undo-change-no = الإبقاء على التغيير
undo-change-yes = إلغاء التغيير
