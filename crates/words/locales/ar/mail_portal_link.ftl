# The link by mail: sent by staff, or asked for anew

mail-link-subject = فواتيرك لدى { $business }
mail-link-preheader = افتح فواتيرك واشتراكك لدى { $business }. لا حاجة إلى كلمة مرور.
mail-link-says = إليك رابطك إلى فواتيرك لدى { $business }: اطّلع على فواتيرك وأدِر اشتراكك. لا تحتاج إلى كلمة مرور.
mail-link-button = افتح صفحة فواتيري
mail-link-closing = يُرجى عدم إعادة توجيه هذه الرسالة: أول من يفتح الرابط يرى فواتيرك. إن لم تكن تتوقعها فيمكنك تجاهلها.
mail-recovery-subject = رابطك الجديد إلى فواتيرك لدى { $business }
mail-recovery-preheader = إليك الرابط الجديد الذي طلبته. الروابط السابقة لم تعد تعمل.
mail-recovery-heading = إليك رابطك الجديد
mail-recovery-says = طلب أحدهم، وهو أنت على الأرجح، رابطًا جديدًا إلى فواتيرك لدى { $business }. الروابط السابقة لم تعد تعمل.
mail-recovery-closing = إن لم تكن قد طلبته فيمكنك تجاهل هذه الرسالة: لم تُرسل إلى أحد سواك، ولم يتغير شيء.
