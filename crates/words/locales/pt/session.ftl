# The pages after a visit

signed-out = Você saiu
signed-out-says = Ninguém mais pode ver seu faturamento neste navegador. Para voltar, use um novo link.
session-over = Sua visita terminou
session-over-says = Para manter seu faturamento privado, uma visita termina depois de um tempo. Tudo o que você confirmou antes está salvo. O que você acabou de enviar não foi executado.
session-mailed = Enviamos para o endereço que temos no cadastro.
session-none = Abra seu faturamento por um link
session-none-says = Aqui não há senha: { $business } envia um link por e-mail, e o link abre seu faturamento.
session-none-next = Procure o último e-mail de { $business } ou peça um novo link a { $whom }.
