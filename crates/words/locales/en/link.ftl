link-recover = Send me a new link
