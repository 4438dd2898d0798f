# Choosing another plan or other seats, and calling off a change that waits

change-title = Change your plan
change-title-seats = Change your seats
change-monthly = Paid monthly
change-yearly = Paid yearly
change-your-plan = Your plan
change-seats-range = { $min } to { $max } seats
change-seats-least = at least { $min } seats
change-seats = Seats
change-seats-hint = You have { $seats }. Counts for plans with a price for each seat.
change-seats-assigned = Given to people: { $seats }. You cannot go below that.
change-back = Back
change-see = See what it costs
change-nothing-yet = Nothing changes yet. You see the exact amounts first, and confirm them.
change-refused = This change is not possible.
change-same = This is what you have already.
change-same-next = Choose another plan or another number of seats.
change-seats-wrong = Please check the number of seats.
change-seats-wrong-next = Write it in digits, such as 5.
undo-change-title = Keep everything as it is?
undo-change-off = The change to { $plan } on { $day } is called off.
undo-change-keep = You keep { $plan } as it is today.
undo-change-free = Nothing is charged today.
undo-change-no = Let it change
undo-change-yes = Call off the change
