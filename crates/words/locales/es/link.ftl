# The door: a link that opens, or does not

link-title = Su facturación con { $business }
link-says = Vea sus facturas y gestione su suscripción. Sin contraseña.
link-open = Continuar a la facturación
link-once = Este enlace funciona una vez, durante { $span } más (hasta { $moment }).
link-not-you = ¿No lo ha pedido? Cierre esta página y no pasará nada. Si se repite, póngase en contacto con { $business }.
link-recover = Enviarme un nuevo enlace
link-expired = Este enlace ha caducado
link-expired-why = Los enlaces a su facturación solo funcionan poco tiempo, para que un correo antiguo no abra nada.
link-used = Este enlace ya se ha usado
link-used-why = Cada enlace funciona una vez. Si no lo abrió usted, pida uno nuevo y avísenos.
link-replaced = Hay un enlace más reciente
link-replaced-why = Un correo más reciente ha sustituido a este. Busque el último en su bandeja de entrada o pida otro.
link-unknown = Este enlace no funciona
link-unknown-why = Puede que esté incompleto o retirado. Ábralo de nuevo desde el correo o pida uno nuevo.
link-mailed-to = Lo enviamos a la dirección que tenemos registrada. ¿Ya no es la actual? Póngase en contacto con { $business }.
link-sent = Revise su correo
link-sent-says = Si su enlace pertenece a una cuenta, uno nuevo va de camino a la dirección registrada.
link-sent-nothing = ¿Nada tras unos minutos? Mire en la carpeta de spam y, si no está, póngase en contacto con { $business }.
