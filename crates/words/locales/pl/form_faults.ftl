# What is wrong with a field

fault-not-digits = Wpisz same cyfry, na przykład { $example }.
fault-card-length = Ten numer karty ma za mało lub za dużo cyfr. Sprawdź go.
fault-check-digit = W tym numerze karty jest błąd. Porównaj go z kartą.
fault-security-code = Kod zabezpieczający to 3 cyfry na odwrocie, a w American Express 4 cyfry z przodu.
fault-iban = To nie jest prawidłowy IBAN. Porównaj go z wyciągiem bankowym.
fault-routing = Numer routing ma 9 cyfr. Porównaj go z czekiem lub stroną banku.
fault-account = Numer rachunku ma od 4 do 17 cyfr. Sprawdź go.
fault-no-account = Podaj IBAN albo numer routing i numer rachunku.
fault-two-accounts = Podaj albo ten numer, albo rachunek w Stanach Zjednoczonych, nie oba.
fault-expiry = Wpisz miesiąc i rok tak jak na karcie, na przykład { $example }.
fault-card-expired = Ta karta straciła ważność. Użyj innej.
fault-holder = Wpisz imię i nazwisko lub nazwę tak, jak ma je bank.
fault-holder-number = To wygląda na numer. Wpisz imię i nazwisko lub nazwę tak, jak ma je bank.
fault-line = Wpisz jeden wiersz o długości najwyżej { $longest } znaków.
fault-test-number = Ten portal przyjmuje tylko numery testowe, na przykład { $example }. Niczego nie zapisano.
