//! *Settings → Test clock*: a year of billing in a minute, for a merchant whose time is not real.
//!
//! In: the clock from the server, its latest move from the replica. Out: where it is sent.
//! Not here: what is due on the way; billing decides.

mod destinations;
mod move_dialog;

use contract::api::TestClockState;
use contract::ipc::{ClockMove, GetTestClock, TestClockView};
use jiff::Timestamp;
use yew::prelude::*;

use self::destinations::Destinations;
use super::settings::ReadOnlyNotice;
use crate::clock;
use crate::components::section::Section;
use crate::components::state::Banner;
use crate::components::status::Tone;
use crate::query::{use_query, use_rereading};
use crate::state::{Console, use_console};

/// The page.
#[component]
pub(crate) fn TestClockSettings() -> Html {
    let console = use_console();
    let query = use_query(GetTestClock {});
    use_rereading(&query);
    html! {
        <div class="form-page">
            <ReadOnlyNotice />
            { query.render(6, |view| html! { <>
                if let Some(failure) = query.failure() {
                    <Banner tone={Tone::Caution}>
                        <p>{ &failure.message }</p>
                        <p>{ format!("Below is how the clock stood when the server answered last, at {}.", clock::minute(&view.clock.now.to_zoned(console.zone()))) }</p>
                    </Banner>
                }
                <Section
                    id="test-clock" title="Test clock"
                    lead="Billing goes by a clock of its own here: periods, invoices, what is overdue. Links, sessions and mail keep to real time."
                >
                    { standing(&console, view) }
                </Section>
                <Destinations clock={view.clock.clone()} reachable={query.failure().is_none()} />
                if let Some((arrived, told)) = view.last_move.as_ref().and_then(|told| Some((told.arrived?, told))) {
                    <Section id="last-move" title="What the last move did">
                        <p id="outcome">{ outcome(&console, told, arrived) }</p>
                    </Section>
                }
            </> }) }
        </div>
    }
}

/// What time it is, what comes next, and how far it has come.
fn standing(console: &Console, view: &TestClockView) -> Html {
    let TestClockState { now, moving_to, next_due, .. } = view.clock;
    let minute = |at: Timestamp| clock::minute(&at.to_zoned(console.zone()));
    let due = match next_due {
        None => "Nothing is due".to_owned(),
        Some(due) if due <= now => "Now: billing is at work".to_owned(),
        Some(due) => minute(due),
    };
    html! { <>
        <dl class="facts">
            <dt>{ "It is" }</dt>
            <dd id="test-clock-now" class="strong">{ minute(now) }</dd>
            <dt>{ "Next due" }</dt>
            <dd id="test-clock-due">{ due }<span class="help">{ " – when billing next has something to do" }</span></dd>
        </dl>
        if let Some(there) = moving_to {
            <div class="journey" role="status">
                <progress max="1" value={progress(view, there).to_string()} aria-label="How far the clock has come"></progress>
                <p>{ format!("On its way to {}, in the order of time. So far: {}.", minute(there), view.last_move.as_ref().map_or("nothing was due".into(), deeds)) }</p>
            </div>
        }
    </> }
}

/// Which part of the way is behind it.
fn progress(view: &TestClockView, there: Timestamp) -> f64 {
    let Some(told) = &view.last_move else { return 0.0 };
    let whole = there.duration_since(told.from).as_secs_f64();
    if whole > 0.0 { view.clock.now.duration_since(told.from).as_secs_f64() / whole } else { 1.0 }
}

/// "From 14 Mar 2026 to 14 Apr 2026: 12 subscriptions renewed, 12 invoices issued."
fn outcome(console: &Console, told: &ClockMove, arrived: Timestamp) -> String {
    let day = |at: Timestamp| clock::day(at.to_zoned(console.zone()).date());
    format!("From {} to {}: {}.", day(told.from), day(arrived), deeds(told))
}

fn deeds(told: &ClockMove) -> String {
    let deeds = [
        (told.renewed, "subscription", "renewed"),
        (told.issued, "invoice", "issued"),
        (told.paid, "invoice", "paid"),
        (told.failed, "payment", "failed"),
        (told.ended, "subscription", "ended"),
    ];
    let told = deeds.into_iter().filter(|(count, ..)| *count > 0);
    let told: Vec<String> =
        told.map(|(count, noun, done)| format!("{} {done}", clock::counted(count, noun))).collect();
    if told.is_empty() { "nothing was due".into() } else { told.join(", ") }
}
