# What is wrong with a field

fault-not-digits = Escriba solo las cifras, por ejemplo { $example }.
fault-card-length = A este número de tarjeta le faltan o le sobran cifras. Revíselo.
fault-check-digit = Este número de tarjeta tiene un error. Compárelo con su tarjeta.
fault-security-code = El código de seguridad son las 3 cifras del reverso, o las 4 del anverso en American Express.
fault-iban = Este IBAN no es válido. Compárelo con su extracto bancario.
fault-routing = Un número de ruta tiene 9 cifras. Compárelo con un cheque o con el sitio de su banco.
fault-account = Un número de cuenta tiene de 4 a 17 cifras. Revíselo.
fault-no-account = Escriba un IBAN, o un número de ruta y uno de cuenta.
fault-two-accounts = Rellene esto o una cuenta en Estados Unidos, no ambas.
fault-expiry = Escriba el mes y el año como en la tarjeta, por ejemplo { $example }.
fault-card-expired = Esta tarjeta ha caducado. Use otra.
fault-holder = Escriba el nombre tal como consta en su banco.
fault-holder-number = Esto parece un número. Escriba el nombre tal como consta en su banco.
fault-line = Escriba una sola línea de { $longest } caracteres como máximo.
fault-test-number = Este portal solo acepta números de prueba, por ejemplo { $example }. No se ha guardado nada suyo.
