link-recover = M’envoyer un nouveau lien
