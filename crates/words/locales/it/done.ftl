done-title = Tutto fatto
done-leaving = La riportiamo a { $business }.
done-saved = La modifica è stata salvata. Può chiudere questa pagina.
done-home = Vedere tutta la fatturazione
