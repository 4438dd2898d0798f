# What invoices are made out to

details-title = Datos de facturación
details-when = Se aplica a partir de su próxima factura. Las facturas ya emitidas no cambian.
details-name = Nombre o empresa
details-email = Correo electrónico
details-email-hint = Enviamos un enlace a la nueva dirección; será válida cuando lo abra.
details-waiting = { $email } está pendiente de confirmación. Abra el enlace que enviamos a esa dirección.
details-address = Dirección
details-tax-ids = Números fiscales
details-tax-hint = Aparecen en sus facturas. Deje un número vacío para quitarlo.
details-tax-scheme = Tipo del número { $count }
details-tax-number = Número { $count }
details-tax-eu = NIF-IVA (UE)
details-save = Guardar
details-locked = Para cambiar estos datos, póngase en contacto con { $business }.
details-fault-missing = Rellene este campo.
details-fault-email = Esto no es una dirección de correo, como billing@acme.example.
details-fault-shape = El número no tiene el formato esperado. Compruebe el tipo y las cifras.
details-fault-checksum = Este número contiene un error. Compárelo cifra por cifra.
details-saved = Sus datos de facturación se han guardado.
details-saved-more = Se aplican a partir de su próxima factura.
