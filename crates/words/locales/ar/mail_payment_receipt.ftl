# The receipt by mail of a payment

mail-paid-subject = إيصال الفاتورة { $number }
mail-paid-preheader = تم استلام { $sum }. هذه الرسالة هي إيصالك.
mail-paid-heading = وصلت دفعتك
mail-paid-says = شكرًا لك: وصلت دفعتك بمبلغ { $sum }، والفاتورة { $number } مدفوعة بالكامل.
mail-paid-part-says = شكرًا لك: وصلت دفعتك بمبلغ { $sum } من الفاتورة { $number }.
mail-paid-closing = يُرجى الاحتفاظ بهذه الرسالة إيصالًا. إن لم تكن أنت من دفع، فتواصل فورًا مع { $whom }.

mail-returned-subject = ستُعاد دفعتك عن الفاتورة { $number }
mail-returned-heading = ستُعاد دفعتك
mail-returned-says = سُوِّيت الفاتورة { $number } قبل وصول دفعتك، لذا يُعاد مبلغ { $sum } إلى: { $method }. لا يلزمك فعل أي شيء.
mail-row-returned = المبلغ المُعاد
