# What is wrong with a field

fault-not-digits = اكتب الأرقام فقط، مثل { $example }.
fault-card-length = رقم البطاقة أقصر أو أطول من اللازم. يُرجى التحقق منه.
fault-check-digit = في رقم البطاقة خطأ. يُرجى مقارنته ببطاقتك.
fault-security-code = رمز الأمان هو الأرقام الثلاثة على الظهر، أو الأربعة على وجه American Express.
fault-iban = هذا ليس رقم IBAN صالحًا. يُرجى مقارنته بكشف حسابك.
fault-routing = رقم التوجيه من 9 أرقام. يُرجى مقارنته بشيك أو بموقع مصرفك.
fault-account = رقم الحساب من 4 إلى 17 رقمًا. يُرجى التحقق منه.
fault-no-account = أدخل رقم IBAN، أو رقم التوجيه ورقم الحساب.
fault-two-accounts = أدخل إما هذا أو حسابًا في الولايات المتحدة، وليس كليهما.
fault-expiry = اكتب الشهر والسنة كما على البطاقة، مثل { $example }.
fault-card-expired = انتهت صلاحية هذه البطاقة. يُرجى استخدام أخرى.
fault-holder = اكتب الاسم كما هو لدى مصرفك.
fault-holder-number = يبدو هذا رقمًا. اكتب الاسم كما هو لدى مصرفك.
fault-line = اكتب سطرًا واحدًا لا يزيد على { $longest } حرفًا.
fault-test-number = تقبل هذه البوابة الأرقام التجريبية فقط، مثل { $example }. لم يُحفظ شيء من بياناتك.
