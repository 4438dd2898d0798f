# What went wrong, what it means and what to do next

error-not-found = Pagina non trovata
error-not-found-means = L’indirizzo potrebbe essere incompleto, o ciò che mostrava non c’è più.
error-not-allowed = Questo non si può fare online
error-not-allowed-means = Non è stato modificato nulla. Lo faremo volentieri per lei.
error-stale = Questa pagina non era aggiornata
error-stale-means = Da quando l’ha aperta qualcosa è cambiato, quindi non abbiamo fatto nulla. Controlli e riprovi.
error-too-many = Troppi tentativi in poco tempo
error-too-many-means = Per proteggere il suo account attendiamo un poco. Non è stato modificato nulla; riprovi fra qualche minuto.
error-internal = Qualcosa è andato storto da parte nostra
error-internal-means = Nulla è rimasto a metà: o è avvenuto, o non è avvenuto. Riprovi fra un momento.
error-unavailable = Torniamo subito
error-unavailable-means = La fatturazione non è raggiungibile al momento. I suoi dati sono al sicuro; riprovi fra qualche minuto.
error-home = Vai alla panoramica
error-help = Serve aiuto? Si rivolga a { $business }.
error-reference = Ci indichi questo riferimento: { $reference }.
