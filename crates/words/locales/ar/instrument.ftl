# What money is drawn from

instrument-ending = { $name } (آخر الأرقام { $last4 })
instrument-bank-account = حساب مصرفي (آخر الأرقام { $last4 })
instrument-card = بطاقة (آخر الأرقام { $last4 })
