# Choosing another plan or other seats, and calling off a change that waits

change-title = Cambiar de plan
change-title-seats = Cambiar los puestos
change-monthly = Pago mensual
change-yearly = Pago anual
change-your-plan = Su plan
change-seats-range = de { $min } a { $max } puestos
change-seats-least = al menos { $min } puestos
change-seats = Puestos
change-seats-hint = Tiene { $seats }. Cuenta en los planes con precio por puesto.
change-seats-assigned = Asignados a personas: { $seats }. No puede bajar de ahí.
change-back = Volver
change-see = Ver cuánto cuesta
change-nothing-yet = Todavía no cambia nada. Primero verá los importes exactos y los confirmará.
change-refused = Este cambio no es posible.
change-same = Esto es lo que ya tiene.
change-same-next = Elija otro plan u otro número de puestos.
change-seats-wrong = Revise el número de puestos.
change-seats-wrong-next = Escríbalo en cifras, por ejemplo 5.
undo-change-title = ¿Dejarlo todo como está?
undo-change-off = Se anula el cambio a { $plan } del { $day }.
undo-change-keep = Conserva { $plan } tal como está hoy.
undo-change-free = Hoy no se cobra nada.
undo-change-no = Mantener el cambio
undo-change-yes = Anular el cambio
