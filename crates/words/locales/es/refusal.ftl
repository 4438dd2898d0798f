# Why something cannot be done, and why money did not come

refusal-offline = Esto no se puede hacer en línea. Póngase en contacto con el servicio de asistencia.
refusal-already-canceled = Esta suscripción ya ha finalizado.
refusal-cancelation-pending = Esta suscripción ya está cancelada.
refusal-not-scheduled = Esta suscripción no está cancelada, así que no hay nada que deshacer.
refusal-end-set-by-merchant = El final de esta suscripción lo hemos fijado nosotros. Póngase en contacto con el servicio de asistencia.
refusal-without-seats = Este plan tiene un precio único, sea cual sea el número de puestos.
refusal-past-due = Hay una factura sin pagar. En cuanto esté pagada, podrá pasar a un plan superior.
refusal-too-few-seats = Este plan empieza con más puestos.
refusal-too-many-seats = Este plan no admite tantos puestos. Para tener más, póngase en contacto con el servicio de asistencia.
refusal-assigned-seats = Hay más puestos asignados a personas de su equipo. Libere primero algunos.
refusal-contract = Su contrato mantiene lo acordado hasta que finalice.
refusal-no-change = No hay ningún cambio programado, así que no hay nada que deshacer.
refusal-change-set-by-merchant = Este cambio lo hemos fijado nosotros. Póngase en contacto con el servicio de asistencia.
refusal-last-method = Su suscripción se paga con él. Añada primero otro método de pago y después podrá eliminar este.
refusal-default-method = Sus facturas se pagan con él. Elija primero otro método de pago como predeterminado.
refusal-already-default = Sus facturas ya se pagan con él.
refusal-no-method = Añada primero un método de pago.
refusal-nothing-due = Aquí no queda nada por pagar.
decline-declined = Su banco ha rechazado el pago. Utilice otro método de pago o pregunte el motivo a su banco.
decline-funds = No hay saldo suficiente en la cuenta. Utilice otro método de pago o inténtelo más tarde.
decline-expired = La tarjeta ha caducado. Actualícela o utilice otro método de pago.
decline-not-confirmed = El pago no se ha confirmado con su banco. Inténtelo de nuevo.
