# What went wrong, what it means and what to do next

error-not-found = No encontramos esa página
error-not-found-means = Puede que la dirección esté incompleta o que lo que mostraba ya no exista.
error-not-allowed = Esto no se puede hacer en línea
error-not-allowed-means = No se ha cambiado nada. Con gusto lo hacemos por usted.
error-stale = Esta página estaba desactualizada
error-stale-means = Algo ha cambiado desde que la abrió, así que no hemos hecho nada. Compruébelo e inténtelo de nuevo.
error-too-many = Demasiados intentos seguidos
error-too-many-means = Para proteger su cuenta esperamos un poco. No se ha cambiado nada; inténtelo de nuevo en unos minutos.
error-internal = Algo ha fallado por nuestra parte
error-internal-means = Nada ha quedado a medias: o se ha hecho o no. Inténtelo de nuevo en un momento.
error-unavailable = Volvemos enseguida
error-unavailable-means = La facturación no está disponible en este momento. Sus datos están seguros; inténtelo de nuevo en unos minutos.
error-home = Ir al resumen
error-help = ¿Necesita ayuda? Póngase en contacto con { $business }.
error-reference = Indíquenos esta referencia: { $reference }.
