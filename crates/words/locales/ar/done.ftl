done-title = تم كل شيء
done-leaving = نعيدكم الآن إلى { $business }.
done-saved = تم حفظ التغيير. يمكنكم إغلاق هذه الصفحة.
done-home = عرض جميع معلومات الفوترة
