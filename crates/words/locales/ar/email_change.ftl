# A new e-mail address: asked, confirmed, told

email-title = تأكيد بريدك الإلكتروني
email-ask = من الآن فصاعدًا، يرسل { $business } رسائل الفوترة إلى { $email }.
email-confirm = استخدام هذا العنوان
email-not-you = لم تكن أنت؟ تجاهل الأمر: لا يتغير شيء دون الضغط على الزر.
email-done = تم تغيير بريدك الإلكتروني
email-done-more = يراسلك { $business } الآن على { $email }. وأبلغنا العنوان القديم أيضًا.
email-dead = هذا الرابط لم يعد يعمل
email-dead-more = يعمل مرة واحدة ولمدة 24 ساعة. أدخل العنوان مجددًا في بيانات الفوترة.
email-mail-subject = تأكيد عنوانك لدى { $business }
email-mail-says = يرغب شخص ما، على الأرجح أنت، في استلام رسائل الفوترة من { $business } على هذا العنوان.
email-changed-subject = تم تغيير عنوانك لدى { $business }
email-changed-says = من الآن يرسل { $business } رسائل الفوترة إلى { $email } وليس إلى هنا.
email-changed-not-you = إن لم تكن أنت، فيُرجى مراسلة { $contact } فورًا.
