# What is wrong with a field

fault-not-digits = Scriva solo le cifre, ad esempio { $example }.
fault-card-length = Questo numero di carta ha troppe o troppo poche cifre. Lo controlli.
fault-check-digit = Questo numero di carta contiene un errore. Lo confronti con la carta.
fault-security-code = Il codice di sicurezza sono le 3 cifre sul retro, o le 4 sul fronte di American Express.
fault-iban = Questo IBAN non è valido. Lo confronti con l’estratto conto.
fault-routing = Un routing number ha 9 cifre. Lo confronti con un assegno o con il sito della banca.
fault-account = Un numero di conto ha da 4 a 17 cifre. Lo controlli.
fault-no-account = Inserisca un IBAN, oppure routing number e numero di conto.
fault-two-accounts = Inserisca questo oppure un conto negli Stati Uniti, non entrambi.
fault-expiry = Scriva mese e anno come sulla carta, ad esempio { $example }.
fault-card-expired = Questa carta è scaduta. Ne usi un’altra.
fault-holder = Scriva il nome come risulta alla banca.
fault-holder-number = Sembra un numero. Scriva il nome come risulta alla banca.
fault-line = Scriva una sola riga di al massimo { $longest } caratteri.
fault-test-number = Questo portale accetta solo numeri di prova, ad esempio { $example }. Nulla di suo è stato conservato.
