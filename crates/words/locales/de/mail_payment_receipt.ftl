# The receipt by mail of a payment

mail-paid-subject = Beleg zur Rechnung { $number }
mail-paid-preheader = { $sum } eingegangen. Diese E-Mail ist Ihr Beleg.
mail-paid-heading = Ihre Zahlung ist eingegangen
mail-paid-says = Vielen Dank: Ihre Zahlung von { $sum } ist eingegangen, und die Rechnung { $number } ist bezahlt.
mail-paid-part-says = Vielen Dank: Ihre Zahlung von { $sum } auf die Rechnung { $number } ist eingegangen.
mail-paid-closing = Bitte bewahren Sie diese E-Mail als Beleg auf. Wenn diese Zahlung nicht von Ihnen ist, wenden Sie sich sofort an { $whom }.

mail-returned-subject = Ihre Zahlung für Rechnung { $number } geht zurück
mail-returned-heading = Ihre Zahlung geht zurück
mail-returned-says = Rechnung { $number } war beglichen, bevor Ihre Zahlung eintraf. Deshalb gehen { $sum } zurück auf: { $method }. Sie müssen nichts tun.
mail-row-returned = Geht zurück
