# What all mails share

mail-hello = Hola, { $name }:
mail-questions = ¿Preguntas? { $email }
mail-ask = ¿Tiene alguna pregunta al respecto? Póngase en contacto con { $whom }.
mail-keep-to-yourself = No reenvíe este correo: quien abra primero el enlace verá su facturación.
mail-link-expiry = Este enlace funciona una sola vez y caduca el { $moment }, { $span } después del envío de este correo.
mail-link-copy = Si el botón no hace nada, copie esta dirección en su navegador:
mail-link-text = { $button }:
mail-receipt-preheader = { $heading }. Este correo es su recibo.
mail-receipt-closing = Conserve este correo como recibo. Si no ha sido usted, póngase en contacto de inmediato con { $whom }.
mail-row-text = { $name }: { $value }
mail-row-text-noted = { $name } ({ $note }): { $value }
mail-row-plan = Plan
mail-row-tax = Impuesto
mail-row-paid = Pagado
mail-row-with = Con
mail-row-invoice = Factura
mail-row-due = Pendiente
mail-row-due-by = A pagar hasta el
mail-row-still-due = Queda pendiente
mail-row-received = Recibido
mail-row-ends = Finaliza el
mail-row-ended = Finalizó el
mail-row-trial-ends = Fin de la prueba
mail-row-first-invoice = Primera factura
mail-row-confirmed = Confirmado
mail-row-reference = Referencia
