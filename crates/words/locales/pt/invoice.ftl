invoice-all = Todas as faturas
