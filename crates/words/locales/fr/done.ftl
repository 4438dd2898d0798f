done-title = C’est fait
done-leaving = Nous vous ramenons chez { $business }.
done-saved = Votre modification est enregistrée. Vous pouvez fermer cette page.
done-home = Voir toute votre facturation
