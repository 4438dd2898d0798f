# The receipt by mail of a change of plan or seats

mail-plan-made = لديك الآن { $plan }
mail-plan-made-heading = تغيّر اشتراكك
mail-plan-made-says = اشتراكك في { $plan } من الآن فصاعدًا كما هو موضح أدناه.
mail-plan-planned = { $plan } اعتبارًا من { $day }
mail-plan-planned-heading = تم تحديد موعد تغييرك
mail-plan-planned-says = في { $day } يتغير اشتراكك إلى { $plan }. لن يتغير شيء حتى ذلك الحين، ويمكنك العدول عن رأيك.
mail-plan-off = تبقى { $plan } كما هي
mail-plan-off-heading = أُلغي التغيير
mail-plan-off-says = يبقى اشتراكك في { $plan } كما هو. لم يُخصم شيء.
