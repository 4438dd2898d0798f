# The link by mail: sent by staff, or asked for anew

mail-link-subject = Su facturación con { $business }
mail-link-preheader = Abra sus facturas y su suscripción con { $business }. Sin contraseña.
mail-link-says = Este es su enlace a su facturación con { $business }: consulte sus facturas y gestione su suscripción. No necesita contraseña.
mail-link-button = Abrir mi facturación
mail-link-closing = No reenvíe este correo: la primera persona que abra el enlace verá su facturación. Si no lo esperaba, puede ignorarlo.
mail-recovery-subject = Su nuevo enlace a su facturación con { $business }
mail-recovery-preheader = Este es el nuevo enlace que ha solicitado. Los anteriores ya no funcionan.
mail-recovery-heading = Este es su nuevo enlace
mail-recovery-says = Alguien, probablemente usted, ha solicitado un nuevo enlace a su facturación con { $business }. Los anteriores ya no funcionan.
mail-recovery-closing = Si no lo ha solicitado, puede ignorar este correo: no se ha enviado a nadie más y no se ha cambiado nada.
