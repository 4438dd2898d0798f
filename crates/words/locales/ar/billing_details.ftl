# What invoices are made out to

details-title = بيانات الفوترة
details-when = يسري ابتداءً من فاتورتك القادمة. الفواتير الصادرة تبقى كما هي.
details-name = الاسم أو الشركة
details-email = البريد الإلكتروني
details-email-hint = نرسل رابطًا إلى العنوان الجديد، ويسري بعد فتحه.
details-waiting = { $email } بانتظار التأكيد. يُرجى فتح الرابط الذي أرسلناه إليه.
details-address = العنوان
details-tax-ids = الأرقام الضريبية
details-tax-hint = تُطبع على فواتيرك. اترك الرقم فارغًا لحذفه.
details-tax-scheme = نوع الرقم { $count }
details-tax-number = الرقم { $count }
details-tax-eu = رقم ضريبة القيمة المضافة (الاتحاد الأوروبي)
details-save = حفظ
details-locked = لتغيير هذه البيانات، يُرجى التواصل مع { $business }.
details-fault-missing = يُرجى ملء هذا الحقل.
details-fault-email = هذا ليس عنوان بريد إلكتروني مثل billing@acme.example.
details-fault-shape = صيغة الرقم غير صحيحة. يُرجى التحقق من نوعه وأرقامه.
details-fault-checksum = في هذا الرقم خطأ. يُرجى مقارنته رقمًا رقمًا.
details-saved = تم حفظ بيانات الفوترة.
details-saved-more = تسري ابتداءً من فاتورتك القادمة.
