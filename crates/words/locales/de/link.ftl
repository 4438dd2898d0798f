link-recover = Neuen Link zusenden
