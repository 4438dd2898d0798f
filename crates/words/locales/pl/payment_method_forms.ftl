# Putting a card or a bank account on file, and changing it

method-test = Portal testowy.
method-test-card = Pieniądze nie są przelewane, a przyjmowane są tylko numery testowe: { $number }, dowolna przyszła data, dowolne trzy cyfry.
method-test-bank = Pieniądze nie są przelewane, a przyjmowane są tylko numery testowe: IBAN { $iban } albo numer routing { $routing } z rachunkiem { $account }.
card-number = Numer karty
card-expires = Ważna do
card-expires-example = MM/RR
card-code = Kod zabezpieczający
card-holder = Imię i nazwisko na karcie
card-not-kept = Numer trafia do operatora płatności i nie jest tu przechowywany: zostają tylko cztery ostatnie cyfry.
card-save = Zapisz kartę
card-bank-instead = Użyj rachunku bankowego
bank-add = Dodaj rachunek bankowy
bank-holder = Właściciel rachunku
bank-with-iban = Rachunek z numerem IBAN
bank-in-us = Albo rachunek w Stanach Zjednoczonych
bank-routing = Numer routing
bank-account = Numer rachunku
bank-mandate = Zapisanie rachunku oznacza zgodę, aby { $business } pobierał z niego należności. Zgodę można tu w każdej chwili wycofać.
bank-not-kept = Numer nie jest tu przechowywany: zostają tylko cztery ostatnie cyfry.
bank-save = Zapisz rachunek
bank-card-instead = Użyj karty
method-edit = Zaktualizuj: { $method }
method-new-number = Kartę z nowym numerem dodaje się jako nową kartę.
method-holder = Imię i nazwisko lub nazwa
method-address = Adres rozliczeniowy
method-save = Zapisz
