invoice-all = كل الفواتير
