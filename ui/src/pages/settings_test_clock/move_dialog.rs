//! What moving a test clock will do, before it is done.

use contract::api::{AdvanceTestClock, TestClockState};
use contract::ipc::MoveTestClock;
use jiff::Zoned;
use yew::prelude::*;

use crate::bridge;
use crate::clock;
use crate::components::dialog::Confirm;
use crate::query::use_task;
use crate::state::{Action, use_console};

#[derive(PartialEq, Properties)]
pub(super) struct MoveDialogProps {
    pub(super) there: Zoned,
    pub(super) clock: TestClockState,
    pub(super) onclose: Callback<()>,
}

#[component]
pub(super) fn MoveDialog(MoveDialogProps { there, clock, onclose }: &MoveDialogProps) -> Html {
    let console = use_console();
    let task = use_task();
    let onconfirm = {
        let (dispatch, task, there, onclose) =
            (console.dispatcher(), task.clone(), there.clone(), onclose.clone());
        Callback::from(move |()| {
            let (dispatch, there, onclose) = (dispatch.clone(), there.clone(), onclose.clone());
            task.run(async move {
                let wish = AdvanceTestClock { to: Some(there.timestamp()), by: None };
                dispatch.dispatch(match bridge::call(MoveTestClock { wish }).await {
                    Ok(_) => {
                        Action::Done(format!("The test clock is on its way to {}.", clock::minute(&there)))
                    }
                    Err(failure) => Action::Failed(failure),
                });
                onclose.emit(());
            });
        })
    };
    let first_due = clock.next_due.filter(|due| *due <= there.timestamp());
    let day = clock::day(there.date());
    html! {
        <Confirm title={format!("Move the test clock to {day}?")} label={format!("Move to {day}")} busy={task.busy()} {onconfirm} onclose={onclose.clone()}>
            if let Some(due) = first_due {
                <p>
                    { "Billing does all that is due on the way, in the order of time: subscriptions renew, trials and planned changes end, " }
                    { "invoices are issued and collected, payments that failed are tried again." }
                    { format!(" First due: {}.", clock::minute(&due.to_zoned(console.zone()))) }
                </p>
                <p>
                    { if clock.sends_mail {
                        "Customers get the mails about it now, by this server's mail server, and your webhook endpoints hear of it."
                    } else {
                        "The mails about it are only written to a folder on the server, so no customer gets one. Your webhook endpoints hear of it."
                    } }
                </p>
            } else {
                <p>{ "Nothing is due until then: only the day changes." }</p>
            }
            <p>{ "A test clock never goes back." }</p>
        </Confirm>
    }
}
