# Cards and bank accounts on file

methods-none = Nessun metodo di pagamento è registrato. Con un metodo può pagare qui le fatture, e l’abbonamento si rinnova da solo.
method-default = Predefinito
method-kept = Con esso si paga l’abbonamento. Per sostituirlo, ne aggiunga prima un altro.
method-update = Aggiorna
method-make-default = Rendi predefinito
method-remove = Rimuovi
method-expires = Scade { $expiry }
method-expires-soon = Scade presto, { $expiry }
method-expired = Scaduta { $expiry }
method-remove-title = Rimuovere questo metodo di pagamento?
method-remove-off = { $method }: viene rimosso e non sarà più addebitato.
method-remove-made = I pagamenti già effettuati restano come sono.
method-remove-again = Può aggiungerlo di nuovo in qualsiasi momento.
method-remove-no = Mantieni
