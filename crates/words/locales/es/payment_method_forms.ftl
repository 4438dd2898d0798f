# Putting a card or a bank account on file, and changing it

method-test = Portal de prueba.
method-test-card = No se mueve dinero y solo se aceptan números de prueba: { $number }, cualquier fecha futura, tres cifras cualesquiera.
method-test-bank = No se mueve dinero y solo se aceptan números de prueba: IBAN { $iban }, o número de ruta { $routing } con la cuenta { $account }.
card-number = Número de tarjeta
card-expires = Caducidad
card-expires-example = MM/AA
card-code = Código de seguridad
card-holder = Nombre en la tarjeta
card-not-kept = El número va al proveedor de pagos y no se guarda aquí: solo sus cuatro últimas cifras.
card-save = Guardar tarjeta
card-bank-instead = Usar una cuenta bancaria
bank-add = Añadir una cuenta bancaria
bank-holder = Titular de la cuenta
bank-with-iban = Cuenta con IBAN
bank-in-us = O una cuenta en Estados Unidos
bank-routing = Número de ruta
bank-account = Número de cuenta
bank-mandate = Al guardarla, autoriza a { $business } a cobrar de esta cuenta lo que adeude. Puede revocarlo aquí en cualquier momento.
bank-not-kept = El número no se guarda aquí: solo sus cuatro últimas cifras.
bank-save = Guardar cuenta
bank-card-instead = Usar una tarjeta
method-edit = Actualizar { $method }
method-new-number = Una tarjeta con otro número se añade como tarjeta nueva.
method-holder = Nombre del titular
method-address = Dirección de facturación
method-save = Guardar
