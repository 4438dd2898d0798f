//! Where a test clock can be sent: some way ahead, to what is due next, or to a day.

use contract::api::TestClockState;
use jiff::civil::Date;
use jiff::{Span, ToSpan as _, Zoned};
use yew::prelude::*;

use super::move_dialog::MoveDialog;
use crate::clock;
use crate::components::button::Button;
use crate::components::field::TextField;
use crate::components::section::Section;
use crate::state::use_console;

/// The usual ways: an id, words, and how far.
fn steps() -> [(&'static str, &'static str, Span); 4] {
    [
        ("move-day", "1 day", 1.day()),
        ("move-week", "1 week", 1.week()),
        ("move-month", "1 month", 1.month()),
        ("move-year", "1 year", 1.year()),
    ]
}

#[derive(PartialEq, Properties)]
pub(super) struct DestinationsProps {
    pub(super) clock: TestClockState,
    /// Whether the server answers.
    pub(super) reachable: bool,
}

#[component]
pub(super) fn Destinations(DestinationsProps { clock, reachable }: &DestinationsProps) -> Html {
    let console = use_console();
    let asking = use_state(|| None::<Zoned>);
    let now = clock.now.to_zoned(console.zone());
    let disabled = !console.may_configure() || !reachable || clock.moving_to.is_some();
    let ask = {
        let asking = asking.clone();
        Callback::from(move |there: Zoned| asking.set(Some(there)))
    };
    let onclose = {
        let asking = asking.clone();
        Callback::from(move |()| asking.set(None))
    };
    let next_due = clock.next_due.filter(|due| *due > clock.now).map(|due| due.to_zoned(console.zone()));
    html! {
        <Section
            id="move-clock" title="Move it ahead"
            lead="What is due on the way is done as it would have been, in the order of time. A clock never goes back."
        >
            <div class="buttons">
                { for steps().into_iter().map(|(id, label, span)| {
                    let there = now.checked_add(span).unwrap_or_else(|_| now.clone());
                    let title = clock::minute(&there);
                    html! { <Button key={id} {id} {label} {title} {disabled} onclick={ask.reform(move |()| there.clone())} /> }
                }) }
                if let Some(due) = next_due {
                    <Button
                        id="move-next-due" label="To the next due moment" title={clock::minute(&due)} {disabled}
                        onclick={ask.reform(move |()| due.clone())}
                    />
                }
            </div>
            <ToADay now={now.clone()} {disabled} onchoose={ask} />
            if let Some(there) = &*asking {
                <MoveDialog there={there.clone()} clock={clock.clone()} {onclose} />
            }
        </Section>
    }
}

#[derive(PartialEq, Properties)]
struct ToADayProps {
    now: Zoned,
    disabled: bool,
    onchoose: Callback<Zoned>,
}

/// A day is reached at its end, so that all that is due on it has been done.
#[component]
fn ToADay(ToADayProps { now, disabled, onchoose }: &ToADayProps) -> Html {
    let text = use_state(String::new);
    let error = use_state(|| None::<&'static str>);
    let oninput = {
        let (text, error) = (text.clone(), error.clone());
        Callback::from(move |typed: String| {
            text.set(typed);
            error.set(None);
        })
    };
    let onsubmit = {
        let (text, error, now, onchoose) = (text.clone(), error.clone(), now.clone(), onchoose.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match end_of(&text, &now) {
                Ok(there) => onchoose.emit(there),
                Err(why) => error.set(Some(why)),
            }
        })
    };
    html! {
        <form class="to-a-day" {onsubmit}>
            <fieldset disabled={*disabled}>
                <TextField
                    id="move-to" label="To the end of a day" value={(*text).clone()} placeholder="2027-03-31"
                    error={error.map(AttrValue::from)} {oninput}
                />
                <Button id="move-to-day" label="Move to that day" submit=true disabled={*disabled} />
            </fieldset>
        </form>
    }
}

/// The last second of the day that was typed, where the merchant is.
fn end_of(typed: &str, now: &Zoned) -> Result<Zoned, &'static str> {
    let day: Date = typed.trim().parse().map_err(|_| "Write the day as year, month, day: 2027-03-31.")?;
    if day < now.date() {
        return Err("That day is over. A test clock moves forward only.");
    }
    let midnight = day.tomorrow().and_then(|next| next.to_zoned(now.time_zone().clone()));
    midnight.and_then(|at| at.checked_sub(1.second())).map_err(|_| "A clock cannot go that far.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_reached_at_its_end() {
        let now: Zoned = "2030-03-14T12:00:00+01:00[Europe/Berlin]".parse().expect("a moment");
        let end = |typed: &str| end_of(typed, &now).map(|there| there.to_string());
        assert_eq!(end(" 2030-03-14 ").as_deref(), Ok("2030-03-14T23:59:59+01:00[Europe/Berlin]"));
        assert_eq!(end("2030-04-01").as_deref(), Ok("2030-04-01T23:59:59+02:00[Europe/Berlin]"));
        assert!(end("2030-03-13").is_err_and(|why| why.contains("forward only")));
        assert!(end("next week").is_err());
        assert!(end("9999-12-31").is_err());
    }
}
