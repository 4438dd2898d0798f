# The receipt by mail of a payment

mail-paid-subject = Beleg zur Rechnung { $number }
mail-paid-preheader = { $sum } eingegangen. Diese E-Mail ist Ihr Beleg.
mail-paid-heading = Ihre Zahlung ist eingegangen
mail-paid-says = Vielen Dank: Ihre Zahlung von { $sum } ist eingegangen, und die Rechnung { $number } ist bezahlt.
mail-paid-part-says = Vielen Dank: Ihre Zahlung von { $sum } auf die Rechnung { $number } ist eingegangen.
mail-paid-closing = Bitte bewahren Sie diese E-Mail als Beleg auf. Wenn diese Zahlung nicht von Ihnen ist, wenden Sie sich sofort an { $whom }.
