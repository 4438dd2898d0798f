# What went wrong, what it means and what to do next

error-not-found = Nie znaleźliśmy tej strony
error-not-found-means = Adres może być niepełny albo tego, co pokazywał, już nie ma.
error-not-allowed = Tego nie można zrobić online
error-not-allowed-means = Nic nie zostało zmienione. Chętnie zrobimy to za Ciebie.
error-stale = Ta strona była nieaktualna
error-stale-means = Od jej otwarcia coś się zmieniło, więc nic nie zrobiliśmy. Sprawdź i spróbuj ponownie.
error-too-many = Za dużo prób naraz
error-too-many-means = Dla ochrony konta chwilę czekamy. Nic nie zostało zmienione; spróbuj ponownie za kilka minut.
error-internal = Coś poszło nie tak po naszej stronie
error-internal-means = Nic nie zostało zmienione w połowie: albo się udało, albo nie. Spróbuj ponownie za chwilę.
error-unavailable = Zaraz wracamy
error-unavailable-means = Rozliczenia są chwilowo niedostępne. Dane są bezpieczne; spróbuj ponownie za kilka minut.
error-home = Przejdź do przeglądu
error-help = Potrzebujesz pomocy? Skontaktuj się z { $business }.
error-reference = Podaj ten numer: { $reference }.
