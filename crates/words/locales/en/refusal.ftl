# Why something cannot be done, and why money did not come

refusal-offline = This cannot be done online. Please contact support.
refusal-already-canceled = This subscription has already ended.
refusal-cancelation-pending = This subscription is already set to end.
refusal-not-scheduled = This subscription is not set to end, so there is nothing to undo.
refusal-end-set-by-merchant = The end of this subscription was set by us. Please contact support.
refusal-without-seats = This plan has one price, whatever the number of seats.
refusal-past-due = An invoice is not paid. Once it is you can upgrade.
refusal-too-few-seats = This plan begins with more seats.
refusal-too-many-seats = This plan has fewer seats at most. For more, please contact support.
refusal-assigned-seats = More seats than that are given to people on your team. Free some first, then come back.
refusal-contract = Your contract keeps what was agreed until it ends.
refusal-no-change = No change is waiting, so there is nothing to undo.
refusal-change-set-by-merchant = This change was set by us. Please contact support.
refusal-last-method = Your subscription is paid with it. Add another payment method first, then you can remove this one.
refusal-default-method = Your invoices are paid with it. Make another payment method the default first.
refusal-already-default = Your invoices are paid with it already.
refusal-no-method = Please add a payment method first.
refusal-nothing-due = Nothing is left to pay here.
decline-declined = Your bank declined the payment. Please use another payment method, or ask your bank why.
decline-funds = There is not enough money on the account. Please use another payment method, or try again later.
decline-expired = The card has expired. Please update it or use another payment method.
decline-not-confirmed = The payment was not confirmed with your bank. Please try again.
