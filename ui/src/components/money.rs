//! Amounts on screen.

use domain::Money;
use yew::prelude::*;

/// One amount, in figures of equal width.
pub(crate) fn amount(money: Money) -> Html {
    html! { <span class="amount">{ money.to_string() }</span> }
}

/// Amounts of several currencies, one a line; nothing is a dash.
pub(crate) fn amounts(money: &[Money]) -> Html {
    if money.iter().all(|sum| sum.is_zero()) {
        return html! { <span class="amount none" aria-label="nothing">{ "–" }</span> };
    }
    html! {
        <span class="amounts">{ for money.iter().filter(|sum| !sum.is_zero()).map(|sum| amount(*sum)) }</span>
    }
}
