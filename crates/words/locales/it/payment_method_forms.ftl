# Putting a card or a bank account on file, and changing it

method-test = Portale di prova.
method-test-card = Nessun denaro viene trasferito, e si accettano solo numeri di prova: { $number }, una data futura, tre cifre qualsiasi.
method-test-bank = Nessun denaro viene trasferito, e si accettano solo numeri di prova: IBAN { $iban }, oppure routing { $routing } con conto { $account }.
card-number = Numero della carta
card-expires = Scadenza
card-expires-example = MM/AA
card-code = Codice di sicurezza
card-holder = Nome sulla carta
card-not-kept = Il numero va al fornitore di pagamenti e non viene conservato qui: solo le ultime quattro cifre.
card-save = Salva la carta
card-bank-instead = Usa invece un conto bancario
bank-add = Aggiungi un conto bancario
bank-holder = Intestatario del conto
bank-with-iban = Conto con IBAN
bank-in-us = Oppure un conto negli Stati Uniti
bank-routing = Numero di routing
bank-account = Numero di conto
bank-mandate = Salvandolo autorizza { $business } ad addebitare su questo conto quanto dovuto. Può revocarlo qui in qualsiasi momento.
bank-not-kept = Il numero non viene conservato qui: solo le ultime quattro cifre.
bank-save = Salva il conto
bank-card-instead = Usa invece una carta
method-edit = Aggiorna { $method }
method-new-number = Una carta con un nuovo numero va aggiunta come nuova carta.
method-holder = Nome dell’intestatario
method-address = Indirizzo di fatturazione
method-save = Salva
