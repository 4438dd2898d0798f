done-title = Alles erledigt
done-leaving = Wir bringen Sie zurück zu { $business }.
done-saved = Ihre Änderung ist gespeichert. Sie können diese Seite schließen.
done-home = Ihre gesamte Abrechnung ansehen
