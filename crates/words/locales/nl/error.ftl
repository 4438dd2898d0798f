# What went wrong, what it means and what to do next

error-not-found = Deze pagina is niet gevonden
error-not-found-means = Het adres is misschien onvolledig, of wat er stond is er niet meer.
error-not-allowed = Dit kan niet online
error-not-allowed-means = Er is niets gewijzigd. We doen het graag voor u.
error-stale = Deze pagina was verouderd
error-stale-means = Er is iets veranderd sinds u haar opende, dus we hebben niets gedaan. Kijk het na en probeer het opnieuw.
error-too-many = Dat was veel tegelijk
error-too-many-means = Om uw account te beschermen wachten we even. Er is niets gewijzigd; probeer het over een paar minuten opnieuw.
error-internal = Er ging bij ons iets mis
error-internal-means = Niets is half gewijzigd: het is gebeurd of niet. Probeer het zo meteen opnieuw.
error-unavailable = We zijn zo terug
error-unavailable-means = De facturering is nu niet bereikbaar. Uw gegevens zijn veilig; probeer het over een paar minuten opnieuw.
error-home = Naar het overzicht
error-help = Hulp nodig? Neem contact op met { $business }.
error-reference = Vermeld daarbij deze referentie: { $reference }.
