# The mail about what is due

mail-billing-none = Państwa rozliczenia z { $business }: nic do zapłaty
mail-billing-none-heading = Nie ma nic do zapłaty
mail-billing-none-preheader = Wszystko jest opłacone.
mail-billing-none-says = Wszystko jest opłacone. Poniższy link pokazuje wszystkie faktury, bieżące i wcześniejsze.
mail-billing-open = Państwa rozliczenia z { $business }: { $sum } do zapłaty
mail-billing-open-heading = Nieopłacone faktury
mail-billing-overdue = Państwa rozliczenia z { $business }: { $count ->
    [one] jedna faktura po terminie
    [few] { $count } faktury po terminie
    [many] { $count } faktur po terminie
   *[other] { $count } faktury po terminie
    }
mail-billing-overdue-heading = { $count ->
    [one] Jedna faktura jest po terminie
   *[other] Niektóre faktury są po terminie
    }
mail-billing-preheader = Razem do zapłaty: { $sum }.
mail-billing-says = { $count ->
    [one] Jest jedna nieopłacona faktura na łączną kwotę { $sum }.
    [few] Są { $count } nieopłacone faktury na łączną kwotę { $sum }.
    [many] Jest { $count } nieopłaconych faktur na łączną kwotę { $sum }.
   *[other] Jest { $count } nieopłaconej faktury na łączną kwotę { $sum }.
    }
mail-billing-says-overdue = W tym { $sum } po terminie.
mail-billing-invoice = Faktura { $number }
mail-billing-due = Płatna do { $day }
mail-billing-due-hint = Płatna do { $day }, { $hint }
mail-billing-more = { $count ->
    [one] I jeszcze jedna, którą pokazuje link.
    [few] I jeszcze { $count }, które pokazuje link.
   *[other] I jeszcze { $count }, które pokazuje link.
    }
mail-billing-button = Zobacz moje faktury
mail-billing-closing = Jeśli płatność wykonano w ostatnich dniach, mogła minąć się z tą wiadomością. Prosimy jej nie przekazywać: kto pierwszy otworzy link, zobaczy Państwa rozliczenia.
