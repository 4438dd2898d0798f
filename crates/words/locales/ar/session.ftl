# The pages after a visit

signed-out = تم تسجيل خروجك
signed-out-says = لم يعد بإمكان أحد رؤية فوترتك في هذا المتصفح. للعودة، استخدم رابطًا جديدًا.
session-over = انتهت زيارتك
session-over-says = حفاظًا على خصوصية فوترتك، تنتهي الزيارة بعد مدة. كل ما فعلته محفوظ.
session-mailed = نرسله إلى العنوان المسجّل لدينا.
session-none = افتح فوترتك من رابط
session-none-says = لا توجد كلمة مرور هنا: يرسل إليك { $business } رابطًا بالبريد الإلكتروني، والرابط يفتح فوترتك.
session-none-next = ابحث عن أحدث رسالة من { $business }، أو اطلب رابطًا جديدًا من { $whom }.
