# The pages after a visit

signed-out = È uscito
signed-out-says = Nessuno può più vedere la sua fatturazione in questo browser. Per tornare, usi un nuovo link.
session-over = La sua visita è terminata
session-over-says = Per tutelare la riservatezza della fatturazione, una visita termina dopo un po’. Tutto ciò che ha confermato prima è salvato. Ciò che ha appena inviato non è stato eseguito.
session-mailed = Lo inviamo all’indirizzo registrato presso di noi.
session-none = Apra la fatturazione da un link
session-none-says = Qui non serve una password: { $business } le invia un link per e-mail, e il link apre la fatturazione.
session-none-next = Cerchi l’ultima e-mail di { $business }, o chieda un nuovo link a { $whom }.
