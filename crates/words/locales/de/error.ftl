# What went wrong, what it means and what to do next

error-not-found = Diese Seite haben wir nicht gefunden
error-not-found-means = Die Adresse ist vielleicht unvollständig, oder was sie zeigte, gibt es nicht mehr.
error-not-allowed = Dies ist online nicht möglich
error-not-allowed-means = Es wurde nichts geändert. Wir erledigen es gern für Sie.
error-stale = Diese Seite war nicht mehr aktuell
error-stale-means = Seit Sie sie geöffnet haben, hat sich etwas geändert; deshalb haben wir nichts getan. Bitte sehen Sie nach und versuchen Sie es erneut.
error-too-many = Das war viel auf einmal
error-too-many-means = Zum Schutz Ihres Kontos warten wir ein wenig. Es wurde nichts geändert; bitte versuchen Sie es in einigen Minuten erneut.
error-internal = Bei uns ist etwas schiefgegangen
error-internal-means = Nichts wurde nur halb geändert: Es ist entweder geschehen oder nicht. Bitte versuchen Sie es gleich noch einmal.
error-unavailable = Wir sind gleich wieder da
error-unavailable-means = Die Abrechnung ist gerade nicht erreichbar. Ihre Daten sind sicher; bitte versuchen Sie es in einigen Minuten erneut.
error-home = Zur Übersicht
error-help = Brauchen Sie Hilfe? Bitte wenden Sie sich an { $business }.
error-reference = Nennen Sie uns diese Referenz: { $reference }.
