# The list of invoices

invoices-filter = Rechnungen nach Status zeigen
invoices-all = Alle
invoices-paid = Bezahlt
invoices-pending = Offen
invoices-overdue = Überfällig
invoices-none-here = Hier gibt es keine weiteren Rechnungen.
invoices-none = Sie haben noch keine Rechnungen. Die erste erscheint hier am Tag ihrer Ausstellung.
invoices-none-paid = Es wurde noch keine Rechnung bezahlt.
invoices-none-pending = Es ist nichts zu bezahlen.
invoices-none-overdue = Es ist nichts überfällig.
invoices-show-all = Alle Rechnungen zeigen
invoices-more = Weitere Rechnungen
invoices-newer = Neuere
invoices-older = Ältere
invoices-pdf-of = Rechnung { $number } als PDF herunterladen
