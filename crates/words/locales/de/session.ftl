# The pages after a visit

signed-out = Sie sind abgemeldet
signed-out-says = In diesem Browser kann niemand mehr Ihre Abrechnung sehen. Um zurückzukommen, nutzen Sie einen neuen Link.
session-over = Ihr Besuch ist beendet
session-over-says = Damit Ihre Abrechnung vertraulich bleibt, endet ein Besuch nach einer Weile. Alles, was Sie vorher bestätigt haben, ist gespeichert. Was Sie eben abgeschickt haben, wurde nicht ausgeführt.
session-mailed = Wir schicken ihn an die Adresse, die bei uns hinterlegt ist.
session-none = Öffnen Sie Ihre Abrechnung über einen Link
session-none-says = Hier gibt es kein Passwort: { $business } schickt Ihnen einen Link per E-Mail, und der Link öffnet Ihre Abrechnung.
session-none-next = Suchen Sie die neueste E-Mail von { $business }, oder bitten Sie { $whom } um einen neuen Link.
