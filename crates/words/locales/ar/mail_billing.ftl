# The mail about what is due

mail-billing-none = فواتيرك لدى { $business }: لا شيء مستحق
mail-billing-none-heading = لا توجد مبالغ مستحقة
mail-billing-none-preheader = كل شيء مدفوع.
mail-billing-none-says = كل شيء مدفوع. يعرض الرابط أدناه كل فواتيرك، الحالية والسابقة.
mail-billing-open = فواتيرك لدى { $business }: { $sum } مستحقة
mail-billing-open-heading = فواتيرك غير المدفوعة
mail-billing-overdue = فواتيرك لدى { $business }: { $count ->
    [one] فاتورة واحدة متأخرة
    [two] فاتورتان متأخرتان
    [few] { $count } فواتير متأخرة
   *[other] { $count } فاتورة متأخرة
    }
mail-billing-overdue-heading = { $count ->
    [one] لديك فاتورة متأخرة
   *[other] لديك فواتير متأخرة
    }
mail-billing-preheader = المجموع المستحق: { $sum }.
mail-billing-says = { $count ->
    [one] لديك فاتورة واحدة غير مدفوعة بمجموع { $sum }.
    [two] لديك فاتورتان غير مدفوعتين بمجموع { $sum }.
    [few] لديك { $count } فواتير غير مدفوعة بمجموع { $sum }.
   *[other] لديك { $count } فاتورة غير مدفوعة بمجموع { $sum }.
    }
mail-billing-says-overdue = منها { $sum } متأخرة.
mail-billing-invoice = الفاتورة { $number }
mail-billing-due = تُستحق في { $day }
mail-billing-due-hint = تُستحق في { $day }، { $hint }
mail-billing-more = { $count ->
    [one] وفاتورة أخرى يعرضها الرابط.
    [two] وفاتورتان أخريان يعرضهما الرابط.
    [few] و{ $count } فواتير أخرى يعرضها الرابط.
   *[other] و{ $count } فاتورة أخرى يعرضها الرابط.
    }
mail-billing-button = عرض فواتيري
mail-billing-closing = إن كنت قد دفعت خلال الأيام الأخيرة، فربما وصلت هذه الرسالة قبل تسجيل دفعتك. يُرجى عدم إعادة توجيهها: أول من يفتح الرابط يرى فواتيرك.
