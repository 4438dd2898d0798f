link-recover = Enviarme un nuevo enlace
