# The pages after a visit

signed-out = Ha cerrado la sesión
signed-out-says = Nadie puede ver ya su facturación en este navegador. Para volver, use un enlace nuevo.
session-over = Su visita ha terminado
session-over-says = Para mantener la privacidad de su facturación, una visita termina al cabo de un tiempo. Todo lo que confirmó antes está guardado. Lo que acaba de enviar no se ha llevado a cabo.
session-mailed = Lo enviamos a la dirección que tenemos registrada.
session-none = Abra su facturación desde un enlace
session-none-says = Aquí no hay contraseña: { $business } le envía un enlace por correo, y el enlace abre su facturación.
session-none-next = Busque el último correo de { $business } o pida un enlace nuevo a { $whom }.
