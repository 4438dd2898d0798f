invoice-all = Todas las facturas
