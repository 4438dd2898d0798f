link-recover = Enviar um novo link
