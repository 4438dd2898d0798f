//! Instants and days on screen: relative to read, exact on hover and in print.

use jiff::Timestamp;
use yew::prelude::*;

use crate::clock;
use crate::state::use_console;

#[derive(PartialEq, Properties)]
pub(crate) struct WhenProps {
    pub(crate) at: Timestamp,
    /// Dated by the merchant's clock, as the log is; else by real time.
    #[prop_or_default]
    pub(crate) logged: bool,
}

/// "5 minutes ago", or the day once that is long ago.
#[component]
pub(crate) fn When(WhenProps { at, logged }: &WhenProps) -> Html {
    let console = use_console();
    let now = if *logged { console.billing_now() } else { console.now };
    let exact = clock::exact(*at);
    let words = clock::relative(*at, now).unwrap_or_else(|| clock::day_of(*at));
    html! {
        <time class="when" datetime={at.to_string()} title={exact.clone()} data-exact={exact}>{ words }</time>
    }
}

#[derive(PartialEq, Properties)]
pub(crate) struct DayOfProps {
    pub(crate) at: Timestamp,
}

/// A day as the merchant counts it, such as a period's end: the customer reads the same in the portal. The
/// exact time, here, on hover.
#[component]
pub(crate) fn DayOf(DayOfProps { at }: &DayOfProps) -> Html {
    let day = clock::day(at.to_zoned(use_console().zone()).date());
    html! { <time datetime={at.to_string()} title={clock::exact(*at)}>{ day }</time> }
}
