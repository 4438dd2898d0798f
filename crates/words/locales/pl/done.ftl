done-title = Gotowe
done-leaving = Wracamy do { $business }.
done-saved = Zmiana została zapisana. Można zamknąć tę stronę.
done-home = Zobacz wszystkie rozliczenia
