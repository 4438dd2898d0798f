# Cards and bank accounts on file

methods-none = لا توجد طريقة دفع محفوظة. بإضافة واحدة يمكنك دفع الفواتير هنا ويتجدد اشتراكك تلقائيًا.
method-default = الافتراضية
method-kept = يُدفع بها اشتراكك. لاستبدالها، أضف طريقة أخرى أولًا.
method-update = تحديث
method-make-default = اجعلها الافتراضية
method-remove = إزالة
method-expires = تنتهي { $expiry }
method-expires-soon = تنتهي قريبًا، { $expiry }
method-expired = انتهت { $expiry }
method-remove-title = هل تريد إزالة طريقة الدفع هذه؟
method-remove-off = تُزال { $method } ولن يُخصم منها مجددًا.
method-remove-made = تبقى المدفوعات السابقة كما هي.
method-remove-again = يمكنك إضافتها مجددًا في أي وقت.
method-remove-no = الإبقاء عليها
