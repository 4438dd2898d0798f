# The list of invoices

invoices-filter = Mostrar facturas por estado
invoices-all = Todas
invoices-paid = Pagadas
invoices-pending = Pendientes
invoices-overdue = Vencidas
invoices-none-here = No hay más facturas aquí.
invoices-none = Aún no tiene facturas. La primera aparecerá aquí el día en que se emita.
invoices-none-paid = Aún no se ha pagado ninguna factura.
invoices-none-pending = No hay nada pendiente de pago.
invoices-none-overdue = No hay nada vencido.
invoices-show-all = Mostrar todas las facturas
invoices-more = Más facturas
invoices-newer = Más recientes
invoices-older = Más antiguas
invoices-pdf-of = Descargar la factura { $number } en PDF
