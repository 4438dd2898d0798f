# What went wrong, what it means and what to do next

error-not-found = تعذّر العثور على هذه الصفحة
error-not-found-means = ربما كان العنوان ناقصًا، أو لم يعد ما يعرضه موجودًا.
error-not-allowed = لا يمكن القيام بذلك عبر الإنترنت
error-not-allowed-means = لم يتغير شيء. يسعدنا القيام بذلك نيابة عنك.
error-stale = هذه الصفحة لم تعد محدّثة
error-stale-means = تغيّر شيء منذ فتحتها، لذلك لم نفعل شيئًا. يُرجى المراجعة ثم المحاولة مجددًا.
error-too-many = محاولات كثيرة في وقت قصير
error-too-many-means = لحماية حسابك ننتظر قليلًا. لم يتغير شيء؛ يُرجى المحاولة مجددًا بعد بضع دقائق.
error-internal = حدث خطأ من جانبنا
error-internal-means = لا يتغير شيء جزئيًا: إما أنه تم أو لم يتم. يُرجى المحاولة مجددًا بعد لحظات.
error-unavailable = سنعود بعد قليل
error-unavailable-means = الفوترة غير متاحة حاليًا. بياناتك آمنة؛ يُرجى المحاولة مجددًا بعد بضع دقائق.
error-home = انتقل إلى النظرة العامة
error-help = هل تحتاج إلى مساعدة؟ يُرجى التواصل مع { $business }.
error-reference = اذكر لنا هذا المرجع: { $reference }.
