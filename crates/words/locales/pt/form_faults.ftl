# What is wrong with a field

fault-not-digits = Escreva só os dígitos, como { $example }.
fault-card-length = Este número de cartão tem dígitos a menos ou a mais. Verifique.
fault-check-digit = Este número de cartão tem um erro. Compare com o seu cartão.
fault-security-code = O código de segurança são os 3 dígitos no verso, ou os 4 na frente no American Express.
fault-iban = Este IBAN não é válido. Compare com o seu extrato bancário.
fault-routing = Um routing number tem 9 dígitos. Compare com um cheque ou com o site do seu banco.
fault-account = Um número de conta tem de 4 a 17 dígitos. Verifique.
fault-no-account = Preencha um IBAN, ou um routing number e um número de conta.
fault-two-accounts = Preencha isto ou uma conta nos Estados Unidos, não os dois.
fault-expiry = Escreva o mês e o ano como no cartão, por exemplo { $example }.
fault-card-expired = Este cartão expirou. Use outro.
fault-holder = Escreva o nome como consta no seu banco.
fault-holder-number = Isto parece um número. Escreva o nome como consta no seu banco.
fault-line = Escreva uma única linha de no máximo { $longest } caracteres.
fault-test-number = Este portal só aceita números de teste, como { $example }. Nada seu foi guardado.
