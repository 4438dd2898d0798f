# Forms: what needs attention, what may stay empty

form-optional = اختياري
form-check = يُرجى مراجعة الحقول المحددة.
form-not-saved = لم يُحفظ شيء بعد.
