# What invoices are made out to

details-title = Dati di fatturazione
details-when = Vale dalla prossima fattura. Le fatture già emesse restano invariate.
details-name = Nome o azienda
details-email = Indirizzo e-mail
details-email-hint = Inviamo un link al nuovo indirizzo: varrà quando lo avrà aperto.
details-waiting = { $email } è in attesa di conferma. Apra il link che abbiamo inviato a quell’indirizzo.
details-address = Indirizzo
details-tax-ids = Numeri fiscali
details-tax-hint = Compaiono sulle fatture. Svuoti un campo per rimuovere il numero.
details-tax-scheme = Tipo del numero { $count }
details-tax-number = Numero { $count }
details-tax-eu = Partita IVA (UE)
details-save = Salva
details-locked = Per modificare questi dati, contatti { $business }.
details-fault-missing = Compili questo campo.
details-fault-email = Questo non è un indirizzo e-mail, come billing@acme.example.
details-fault-shape = Il numero non ha la forma prevista. Controlli il tipo e le cifre.
details-fault-checksum = Il numero contiene un errore. Lo confronti cifra per cifra.
details-saved = I dati di fatturazione sono stati salvati.
details-saved-more = Valgono dalla prossima fattura.
