//! Instants and days on screen: relative to read, exact on hover and in print.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use yew::prelude::*;

use crate::clock;
use crate::state::use_console;

#[derive(PartialEq, Properties)]
pub(crate) struct WhenProps {
    pub(crate) at: Timestamp,
}

/// "5 minutes ago", or the day once that is long ago.
#[component]
pub(crate) fn When(WhenProps { at }: &WhenProps) -> Html {
    let now = use_console().now;
    let exact = clock::exact(*at);
    let words = clock::relative(*at, now).unwrap_or_else(|| clock::day_of(*at));
    html! {
        <time class="when" datetime={at.to_string()} title={exact.clone()} data-exact={exact}>{ words }</time>
    }
}

/// A day as the merchant counts it, such as a period's end: the customer reads the same in the portal. The
/// exact time, here, on hover.
#[component]
pub(crate) fn DayOf(WhenProps { at }: &WhenProps) -> Html {
    let console = use_console();
    let zone = console.connection().and_then(|connection| TimeZone::get(&connection.merchant.time_zone).ok());
    let day = zone.map_or_else(|| clock::day_of(*at), |zone| clock::day(at.to_zoned(zone).date()));
    html! { <time datetime={at.to_string()} title={clock::exact(*at)}>{ day }</time> }
}
