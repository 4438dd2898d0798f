home-paid-up = Está todo pagado
home-open = { $count ->
    [one] Tiene una factura pendiente
   *[other] Tiene { $count } facturas pendientes
    }
home-overdue = { $count ->
    [one] Tiene una factura vencida
   *[other] Tiene { $count } facturas vencidas
    }
home-subscriptions = Sus suscripciones
home-latest = Últimas facturas
home-nothing-due = No hay nada pendiente. Las facturas nuevas aparecerán aquí.
home-amount-due = Importe pendiente
home-pay = { $count ->
    [one] Pagar ahora
   *[other] Pagar todo
    }
home-all-overdue = Vencido en su totalidad
home-part-overdue = De ello, { $amount } vencido
home-due-by = A pagar hasta el { $day }
home-invoice = Factura { $number }
home-welcome = Le damos la bienvenida, { $name }
home-nothing = De momento no hay nada que mostrar. Si tiene preguntas sobre su facturación, póngase en contacto con { $business }.
