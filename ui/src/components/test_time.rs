//! The mark that this merchant's time is not real.

use yew::prelude::*;
use yew_router::prelude::{Link, use_route};

use super::icon::{Glyph, Icon};
use crate::clock;
use crate::routes::Route;
use crate::state::use_console;

/// The day billing goes by, and the way to its clock; nothing for a merchant whose time is real.
#[component]
pub(crate) fn TestTime() -> Html {
    let console = use_console();
    let here = use_route::<Route>() == Some(Route::TestClock);
    if !console.has_test_clock() {
        return Html::default();
    }
    let today = clock::day(console.billing_now().to_zoned(console.zone()).date());
    let title = format!("Billing goes by a test clock: it is {today}");
    html! {
        <Link<Route> to={Route::TestClock} classes={classes!("nav-entry", "test-time", here.then_some("here"))}>
            <span id="test-time" class="inner" {title}>
                <Glyph icon={Icon::Clock} /><span class="name">{ "Test clock" }</span><time>{ today }</time>
            </span>
        </Link<Route>>
    }
}
