done-title = Klaar
done-leaving = We brengen u terug naar { $business }.
done-saved = Uw wijziging is opgeslagen. U kunt deze pagina sluiten.
done-home = Al uw facturatie bekijken
