# What went wrong, what it means and what to do next

error-not-found = Não encontramos essa página
error-not-found-means = O endereço pode estar incompleto, ou o que ele mostrava não existe mais.
error-not-allowed = Isto não pode ser feito on-line
error-not-allowed-means = Nada foi alterado. Teremos prazer em fazer isso para você.
error-stale = Esta página estava desatualizada
error-stale-means = Algo mudou desde que você a abriu, então não fizemos nada. Confira e tente de novo.
error-too-many = Muitas tentativas de uma vez
error-too-many-means = Para proteger sua conta, esperamos um pouco. Nada foi alterado; tente de novo em alguns minutos.
error-internal = Algo deu errado do nosso lado
error-internal-means = Nada ficou pela metade: ou aconteceu, ou não. Tente de novo em instantes.
error-unavailable = Voltamos já
error-unavailable-means = O faturamento não está acessível neste momento. Seus dados estão seguros; tente de novo em alguns minutos.
error-home = Ir para a visão geral
error-help = Precisa de ajuda? Entre em contato com { $business }.
error-reference = Informe esta referência: { $reference }.
