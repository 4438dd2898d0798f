# The mail about what is due

mail-billing-none = Su facturación con { $business }: nada pendiente
mail-billing-none-heading = No hay nada pendiente
mail-billing-none-preheader = Está todo pagado.
mail-billing-none-says = Está todo pagado. El enlace de abajo muestra todas sus facturas, actuales y anteriores.
mail-billing-open = Su facturación con { $business }: { $sum } pendientes
mail-billing-open-heading = Sus facturas pendientes
mail-billing-overdue = Su facturación con { $business }: { $count ->
    [one] una factura está vencida
   *[other] { $count } facturas están vencidas
    }
mail-billing-overdue-heading = { $count ->
    [one] Una factura está vencida
   *[other] Algunas facturas están vencidas
    }
mail-billing-preheader = { $sum } pendientes en total.
mail-billing-says = { $count ->
    [one] Tiene una factura pendiente por un total de { $sum }.
   *[other] Tiene { $count } facturas pendientes por un total de { $sum }.
    }
mail-billing-says-overdue = De ello, { $sum } ya han vencido.
mail-billing-invoice = Factura { $number }
mail-billing-due = Vence el { $day }
mail-billing-due-hint = Vence el { $day }, { $hint }
mail-billing-more = { $count ->
    [one] Y una más, que muestra el enlace.
   *[other] Y { $count } más, que muestra el enlace.
    }
mail-billing-button = Ver mis facturas
mail-billing-closing = Si ha pagado en los últimos días, es posible que su pago y este correo se hayan cruzado. No lo reenvíe: la primera persona que abra el enlace verá su facturación.
