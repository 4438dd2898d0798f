# The list of invoices

invoices-filter = Afficher les factures par statut
invoices-all = Toutes
invoices-paid = Payées
invoices-pending = À payer
invoices-overdue = En retard
invoices-none-here = Il n’y a plus de factures ici.
invoices-none = Vous n’avez pas encore de facture. La première apparaîtra ici le jour de son émission.
invoices-none-paid = Aucune facture n’a encore été payée.
invoices-none-pending = Rien n’est en attente de paiement.
invoices-none-overdue = Rien n’est en retard.
invoices-show-all = Afficher toutes les factures
invoices-more = Autres factures
invoices-newer = Plus récentes
invoices-older = Plus anciennes
invoices-pdf-of = Télécharger la facture { $number } en PDF
