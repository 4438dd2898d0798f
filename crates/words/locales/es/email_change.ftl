# A new e-mail address: asked, confirmed, told

email-title = Confirme su correo electrónico
email-ask = A partir de ahora, { $business } enviará sus correos de facturación a { $email }.
email-confirm = Usar esta dirección
email-not-you = ¿No fue usted? Ignórelo: sin pulsar el botón no cambia nada.
email-done = Su correo electrónico ha cambiado
email-done-more = { $business } escribirá ahora a { $email }. También hemos avisado a la dirección anterior.
email-dead = Este enlace ya no funciona
email-dead-more = Funciona una vez y durante 24 horas. Introduzca de nuevo la dirección en sus datos de facturación.
email-mail-subject = Confirme su dirección para { $business }
email-mail-says = Alguien, seguramente usted, quiere recibir en esta dirección los correos de facturación de { $business }.
email-changed-subject = Su dirección en { $business } ha cambiado
email-changed-says = A partir de ahora, { $business } envía sus correos de facturación a { $email } y ya no aquí.
email-changed-not-you = Si no fue usted, escriba de inmediato a { $contact }.
