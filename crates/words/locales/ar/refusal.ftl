# Why something cannot be done, and why money did not come

refusal-offline = لا يمكن القيام بذلك عبر الإنترنت. يُرجى التواصل مع الدعم.
refusal-already-canceled = انتهى هذا الاشتراك بالفعل.
refusal-cancelation-pending = هذا الاشتراك مُلغى بالفعل وسينتهي.
refusal-not-scheduled = لم يُلغَ هذا الاشتراك، فلا شيء للتراجع عنه.
refusal-end-set-by-merchant = نحن من حدد نهاية هذا الاشتراك. يُرجى التواصل مع الدعم.
refusal-without-seats = لهذه الباقة سعر واحد مهما كان عدد المقاعد.
refusal-past-due = توجد فاتورة غير مدفوعة. بعد دفعها يمكنك الترقية.
refusal-too-few-seats = تبدأ هذه الباقة بعدد أكبر من المقاعد.
refusal-too-many-seats = لا تتسع هذه الباقة لهذا العدد من المقاعد. للمزيد يُرجى التواصل مع الدعم.
refusal-assigned-seats = عدد المقاعد المخصصة لأشخاص في فريقك أكبر من ذلك. يُرجى تحرير بعضها أولًا.
refusal-contract = يُبقي عقدك على ما تم الاتفاق عليه حتى نهايته.
refusal-no-change = لا يوجد تغيير مجدول، فلا شيء للتراجع عنه.
refusal-change-set-by-merchant = نحن من حدد هذا التغيير. يُرجى التواصل مع الدعم.
refusal-last-method = يُدفع اشتراكك بها. أضف وسيلة دفع أخرى أولًا، ثم يمكنك إزالة هذه.
refusal-default-method = تُدفع فواتيرك بها. اجعل وسيلة دفع أخرى هي الافتراضية أولًا.
refusal-already-default = تُدفع فواتيرك بها بالفعل.
refusal-no-method = يُرجى إضافة وسيلة دفع أولًا.
refusal-nothing-due = لم يبقَ هنا ما يُدفع.
decline-declined = رفض مصرفك عملية الدفع. يُرجى استخدام وسيلة دفع أخرى أو سؤال مصرفك عن السبب.
decline-funds = الرصيد في الحساب غير كافٍ. يُرجى استخدام وسيلة دفع أخرى أو المحاولة لاحقًا.
decline-expired = انتهت صلاحية البطاقة. يُرجى تحديثها أو استخدام وسيلة دفع أخرى.
decline-not-confirmed = لم يتم تأكيد الدفع لدى مصرفك. يُرجى المحاولة مرة أخرى.
