invoice-all = All invoices
