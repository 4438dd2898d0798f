//! Asking the shell from a component: questions that stay up to date, and acts that run once.
//!
//! In: commands. Out: what is known so far, and re-renders when that changes.
//! Not here: caching; the replica behind the shell answers in a millisecond.

use std::cell::Cell;
use std::rc::Rc;

use contract::ipc::{Command, Failure};
use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::bridge;
use crate::components::state::{Problem, Skeleton};
use crate::state::use_console;

/// An answer, and the question it belongs to.
pub(crate) struct Answer<C: Command> {
    payload: String,
    pub(crate) question: C,
    pub(crate) output: C::Output,
}

/// What is known of a question so far.
pub(crate) struct Query<C: Command> {
    latest: Option<Rc<Answer<C>>>,
    payload: String,
    failure: Option<Failure>,
    /// Answers and failures so far.
    outcomes: u32,
    again: Callback<()>,
}

impl<C: Command> Query<C> {
    /// The answer to exactly this question.
    pub(crate) fn get(&self) -> Option<&C::Output> {
        self.latest.as_deref().filter(|answer| answer.payload == self.payload).map(|answer| &answer.output)
    }

    /// The newest answer, even if it is to the question before: a list being searched shows it
    /// until the next one is there.
    pub(crate) fn latest(&self) -> Option<Rc<Answer<C>>> {
        self.latest.clone()
    }

    /// Why the last try failed.
    pub(crate) fn failure(&self) -> Option<&Failure> {
        self.failure.as_ref()
    }

    /// Asks again now.
    pub(crate) fn again(&self) -> Callback<()> {
        self.again.clone()
    }

    /// The answer by `show`; until then a skeleton of `rows` rows, or the problem and a way to retry.
    pub(crate) fn render(&self, rows: usize, show: impl FnOnce(&C::Output) -> Html) -> Html {
        match (self.get(), &self.failure) {
            (Some(output), _) => show(output),
            (None, Some(failure)) => {
                html! { <Problem message={failure.message.clone()} again={self.again.clone()} /> }
            }
            (None, None) => html! { <Skeleton {rows} /> },
        }
    }
}

/// Asks now, again whenever the replica changes, and drops answers that come too late.
#[hook]
pub(crate) fn use_query<C>(question: C) -> Query<C>
where
    C: Command + Clone + 'static,
    C::Output: 'static,
{
    let console = use_console();
    let tries = use_state(|| 0_u32);
    let latest = use_state(|| None::<Rc<Answer<C>>>);
    let failure = use_state(|| None::<Failure>);
    let outcomes = use_mut_ref(|| 0_u32);
    let payload = serde_json::to_string(&question).unwrap_or_default();
    {
        let (latest, failure, outcomes) = (latest.clone(), failure.clone(), outcomes.clone());
        use_effect_with((payload.clone(), console.revision, *tries), move |(payload, ..)| {
            let wanted = Rc::new(Cell::new(true));
            let (payload, still_wanted) = (payload.clone(), wanted.clone());
            spawn_local(async move {
                let outcome = bridge::call(question.clone()).await;
                if still_wanted.get() {
                    *outcomes.borrow_mut() += 1;
                    match outcome {
                        Ok(output) => {
                            latest.set(Some(Rc::new(Answer { payload, question, output })));
                            failure.set(None);
                        }
                        Err(reason) => failure.set(Some(reason)),
                    }
                }
            });
            move || wanted.set(false)
        });
    }
    let again = Callback::from(move |()| tries.set(*tries + 1));
    let outcomes = *outcomes.borrow();
    Query { latest: (*latest).clone(), payload, failure: (*failure).clone(), outcomes, again }
}

/// Asks again some seconds after each outcome: for what only the server knows, while somebody looks at it.
#[hook]
pub(crate) fn use_rereading<C: Command>(query: &Query<C>) {
    const PAUSE_MS: u32 = 2_000;
    let again = query.again();
    use_effect_with(query.outcomes, move |outcomes| {
        let pause = (*outcomes > 0).then(|| Timeout::new(PAUSE_MS, move || again.emit(())));
        move || drop(pause)
    });
}

/// Something that runs once at a time, such as sending a mail.
#[derive(Clone)]
pub(crate) struct Task {
    /// For rendering: false until the next render.
    busy: UseStateHandle<bool>,
    /// For deciding: true at once, so that a double click sends no second mail.
    running: Rc<Cell<bool>>,
}

impl Task {
    /// Whether it is running.
    pub(crate) fn busy(&self) -> bool {
        *self.busy
    }

    /// Runs it, unless it is running already.
    pub(crate) fn run(&self, work: impl Future<Output = ()> + 'static) {
        if self.running.replace(true) {
            return;
        }
        let Self { busy, running } = self.clone();
        busy.set(true);
        spawn_local(async move {
            work.await;
            running.set(false);
            busy.set(false);
        });
    }
}

/// A [`Task`] of this component.
#[hook]
pub(crate) fn use_task() -> Task {
    Task { busy: use_state(|| false), running: (*use_memo((), |()| Rc::new(Cell::new(false)))).clone() }
}
