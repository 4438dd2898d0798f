# An address, in a form

address-line1 = الشارع والرقم
address-line2 = سطر إضافي
address-postal-code = الرمز البريدي
address-city = المدينة
address-region = الولاية أو المنطقة
address-country = البلد
