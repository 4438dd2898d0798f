# An invoice as a sheet

invoice-all = Todas las facturas
invoice-pdf = Descargar PDF
invoice-pay = Pagar { $amount }
invoice-word = Factura
invoice-status = Estado
invoice-issued = Emitida
invoice-due = Vencimiento
invoice-paid-day = Pagada
invoice-bill-to = Facturar a
invoice-from = De
invoice-vat = NIF-IVA
invoice-paid-on = pagada el { $day }
invoice-paid = pagada
invoice-withdrawn = anulada; no hay nada que pagar
invoice-lines = Conceptos de esta factura
invoice-description = Descripción
invoice-quantity = Cantidad
invoice-unit-price = Precio unitario
invoice-tax = Impuesto
invoice-rate = impuesto { $rate }
invoice-amount = Importe
invoice-discount-of = Descuento { $amount }
invoice-discount = Descuento
invoice-subtotal = Subtotal
invoice-total = Total
invoice-amount-paid = Pagado
