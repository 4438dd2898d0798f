//! Notices: sentences in the corner, read aloud as they come.

use gloo_timers::callback::Timeout;
use yew::prelude::*;
use yew_router::prelude::Link;

use super::button::{Button, Weight};
use super::icon::{Glyph, Icon};
use super::status::Tone;
use crate::routes::Route;
use crate::state::{Action, Notice, use_console};

/// How long a notice stays: long enough to read it twice.
const SHOWN_MS: u32 = 9_000;

/// The corner where notices stack up.
#[component]
pub(crate) fn Notices() -> Html {
    let console = use_console();
    html! {
        <div id="notices" class="notices" role="log" aria-live="polite" aria-label="Notices">
            { for console.notices.iter().map(|notice| html! { <Toast key={notice.id} notice={notice.clone()} /> }) }
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct ToastProps {
    notice: Notice,
}

#[component]
fn Toast(ToastProps { notice }: &ToastProps) -> Html {
    let console = use_console();
    let dispatch = console.dispatcher();
    let id = notice.id;
    {
        let dispatch = dispatch.clone();
        // A failure stays until it was read.
        let stays = notice.tone == Tone::Critical;
        use_effect_with(id, move |id| {
            let id = *id;
            let timer =
                (!stays).then(|| Timeout::new(SHOWN_MS, move || dispatch.dispatch(Action::Dismissed(id))));
            move || drop(timer)
        });
    }
    let icon = match notice.tone {
        Tone::Positive => Icon::Check,
        Tone::Caution | Tone::Critical => Icon::Alert,
        Tone::Info | Tone::Neutral => Icon::Info,
    };
    let dismiss = Callback::from(move |()| dispatch.dispatch(Action::Dismissed(id)));
    html! {
        <div class={classes!("notice", notice.tone.class())}>
            <Glyph {icon} />
            <p>{ &notice.text }</p>
            if let Some(id) = &notice.customer {
                <Link<Route> to={Route::Customer { id: id.clone() }}>{ "Show" }</Link<Route>>
            }
            <Button label="Dismiss" icon={Icon::Close} icon_only=true weight={Weight::Quiet} onclick={dismiss} />
        </div>
    }
}
