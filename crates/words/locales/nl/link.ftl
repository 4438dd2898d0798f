link-recover = Stuur mij een nieuwe link
