done-title = Todo listo
done-leaving = Le llevamos de vuelta a { $business }.
done-saved = Su cambio se ha guardado. Puede cerrar esta página.
done-home = Ver toda su facturación
