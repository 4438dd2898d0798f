link-recover = أرسلوا لي رابطًا جديدًا
