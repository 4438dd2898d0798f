done-title = All done
done-leaving = We are taking you back to { $business }.
done-saved = Your change is saved. You can close this page.
done-home = See all of your billing
