# Cards and bank accounts on file

methods-none = No hay ningún método de pago guardado. Con uno, puede pagar facturas aquí y su suscripción se renueva sola.
method-default = Predeterminado
method-kept = Con él se paga su suscripción. Para sustituirlo, añada antes otro.
method-update = Actualizar
method-make-default = Predeterminar
method-remove = Eliminar
method-expires = Caduca { $expiry }
method-expires-soon = Caduca pronto, { $expiry }
method-expired = Caducada { $expiry }
method-remove-title = ¿Eliminar este método de pago?
method-remove-off = { $method }: se elimina y no se volverá a cobrar en este método.
method-remove-made = Los pagos ya realizados siguen como están.
method-remove-again = Puede volver a añadirlo en cualquier momento.
method-remove-no = Conservar
