//! What the whole console knows: one reducer, shared as a context.
//!
//! In: pushes of the shell and acts of the user. Out: status, notices, drafts, and a revision that
//! makes pages ask again. Not here: customers, invoices, settings; those live in the shell's replica.

use std::rc::Rc;

use contract::ErrorCode;
use contract::ipc::{Connection, Failure, Push, Status};
use domain::{Customer, CustomerId, Email, Role};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use yew::prelude::*;

use crate::components::status::Tone;
use crate::pages::customer::Access;
use crate::pages::settings_branding::BrandingDraft;
use crate::pages::settings_portal::PortalDraft;

/// The state all pages share.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Console {
    /// Connection and sync; none until the shell answered for the first time.
    pub(crate) status: Option<Status>,
    /// Goes up whenever the replica changed.
    pub(crate) revision: u32,
    /// The present, to half a minute: what "5 minutes ago" counts from.
    pub(crate) now: Timestamp,
    /// Sentences on screen, oldest first.
    pub(crate) notices: Vec<Notice>,
    /// The customer in view, for the command palette and the shortcuts.
    pub(crate) in_view: Option<Recipient>,
    /// What waits for a yes.
    pub(crate) asking: Option<(Access, Recipient)>,
    /// Unsaved settings survive a look at another page.
    pub(crate) portal_draft: Option<Rc<PortalDraft>>,
    /// Unsaved branding, likewise.
    pub(crate) branding_draft: Option<Rc<BrandingDraft>>,
    next_notice: u32,
}

/// Whom mail and links go to.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Recipient {
    pub(crate) id: CustomerId,
    pub(crate) name: AttrValue,
    pub(crate) email: Email,
}

impl From<&Customer> for Recipient {
    fn from(customer: &Customer) -> Self {
        Self { id: customer.id.clone(), name: customer.name.clone().into(), email: customer.email.clone() }
    }
}

/// A sentence in the corner.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Notice {
    pub(crate) id: u32,
    pub(crate) tone: Tone,
    pub(crate) text: AttrValue,
    /// About whom, to jump there.
    pub(crate) customer: Option<CustomerId>,
}

/// What can happen to the state.
pub(crate) enum Action {
    /// The shell said so.
    Pushed(Push),
    /// Time went by.
    Ticked(Timestamp),
    /// Something worked.
    Done(String),
    /// Something did not.
    Failed(Failure),
    /// A notice was read.
    Dismissed(u32),
    /// A customer came into view, or went.
    Viewing(Option<Recipient>),
    /// An act needs a yes.
    Asked(Access, Recipient),
    /// It got a yes or a no.
    Answered,
    /// Settings were edited, saved or dropped.
    PortalDrafted(Option<Rc<PortalDraft>>),
    /// Branding was edited, saved or dropped.
    BrandingDrafted(Option<BrandingDraft>),
}

impl Console {
    /// What a console knows that has asked nothing yet.
    pub(crate) fn new(now: Timestamp) -> Self {
        Self {
            status: None,
            revision: 0,
            now,
            notices: Vec::new(),
            in_view: None,
            asking: None,
            portal_draft: None,
            branding_draft: None,
            next_notice: 0,
        }
    }

    /// Whom the console is paired with.
    pub(crate) fn connection(&self) -> Option<&Connection> {
        self.status.as_ref()?.connection.as_ref()
    }

    /// Whether the key may change settings. Only spares a form that would be refused: the server
    /// decides.
    pub(crate) fn may_configure(&self) -> bool {
        self.connection().is_some_and(|connection| connection.role == Role::Admin)
    }

    /// Whether this merchant's billing goes by a clock of its own.
    pub(crate) fn has_test_clock(&self) -> bool {
        self.connection().is_some_and(|connection| connection.merchant.test_clock.is_some())
    }

    /// What time it is for billing: the present, unless the merchant has a test clock.
    pub(crate) fn billing_now(&self) -> Timestamp {
        self.connection().map_or(self.now, |connection| connection.merchant.time(self.now))
    }

    /// The zone in which the merchant's days begin.
    pub(crate) fn zone(&self) -> TimeZone {
        let zone =
            self.connection().and_then(|connection| TimeZone::get(&connection.merchant.time_zone).ok());
        zone.unwrap_or(TimeZone::UTC)
    }

    fn with_status(&mut self, status: Status) {
        let merchant = |status: &Status| status.connection.as_ref().map(|c| c.merchant.id.clone());
        if self.status.as_ref().and_then(merchant) != merchant(&status) {
            // Another merchant, or none: nothing of the one before may stay on screen.
            let (revision, next_notice) = (self.revision + 1, self.next_notice);
            *self = Self { revision, next_notice, ..Self::new(self.now) };
        }
        self.status = Some(status);
    }

    fn notify(&mut self, tone: Tone, text: String, customer: Option<CustomerId>) {
        const SHOWN: usize = 4;
        self.notices.retain(|notice| notice.text != text);
        if self.notices.len() == SHOWN {
            self.notices.remove(0);
        }
        self.notices.push(Notice { id: self.next_notice, tone, text: text.into(), customer });
        self.next_notice += 1;
    }
}

impl Reducible for Console {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            Action::Pushed(Push::Changed) => next.revision += 1,
            Action::Pushed(Push::Status { status }) => next.with_status(status),
            Action::Pushed(Push::Notice { text, customer_id }) => {
                next.notify(Tone::Info, text, customer_id);
            }
            Action::Ticked(now) => next.now = now,
            Action::Done(text) => next.notify(Tone::Positive, text, None),
            Action::Failed(failure) => {
                let tone = if failure.code == ErrorCode::Offline { Tone::Caution } else { Tone::Critical };
                next.notify(tone, failure.message, None);
            }
            Action::Dismissed(id) => next.notices.retain(|notice| notice.id != id),
            Action::Viewing(recipient) => next.in_view = recipient,
            Action::Asked(access, recipient) => next.asking = Some((access, recipient)),
            Action::Answered => next.asking = None,
            Action::PortalDrafted(draft) => next.portal_draft = draft,
            Action::BrandingDrafted(draft) => next.branding_draft = draft.map(Rc::new),
        }
        next.into()
    }
}

/// The shared state as components hold it.
pub(crate) type ConsoleHandle = UseReducerHandle<Console>;

/// The shared state.
#[hook]
pub(crate) fn use_console() -> ConsoleHandle {
    use_context::<ConsoleHandle>().expect("every component is below the provider in main.rs")
}

#[cfg(test)]
mod tests {
    use contract::ipc::SyncState;
    use domain::Merchant;

    use super::*;

    fn connected_to(merchant: &str) -> Action {
        let merchant = Merchant {
            id: merchant.parse().expect("an id"),
            name: "Kontor".into(),
            time_zone: "Europe/Berlin".into(),
            currency: domain::Currency::EUR,
            created_at: Timestamp::UNIX_EPOCH,
            test_clock: None,
        };
        let server_url = "https://billing.kontor.example".into();
        let connection = Connection { server_url, merchant, role: Role::Staff, session_only: false };
        let sync = SyncState::Synced { at: Timestamp::UNIX_EPOCH };
        let status = Status { connection: Some(connection), sync, keyring_problem: None };
        Action::Pushed(Push::Status { status })
    }

    fn console(actions: impl IntoIterator<Item = Action>) -> Rc<Console> {
        let fresh = Rc::new(Console::new(Timestamp::UNIX_EPOCH));
        actions.into_iter().fold(fresh, |console, action| console.reduce(action))
    }

    const FIRST: &str = "mer_01k9zv7c5e8h2m4q6s8w0y2a4c";
    const SECOND: &str = "mer_01k9zv7c5e8h2m4q6s8w0y2a4d";

    #[test]
    fn nothing_of_one_merchant_stays_for_the_next() {
        let said = || Action::Done("Portal link sent to billing@acme.example.".into());
        let before = console([connected_to(FIRST), said(), connected_to(FIRST)]);
        assert_eq!(before.notices.len(), 1, "the same merchant's notices stay");
        let after = console([connected_to(FIRST), said(), connected_to(SECOND)]);
        assert!(after.notices.is_empty());
        assert!(after.revision > before.revision, "pages ask again");
    }

    #[test]
    fn a_sentence_stands_once_and_old_ones_make_room() {
        let said = ["one", "two", "three", "one", "four", "five"].map(|text| Action::Done(text.into()));
        let shown: Vec<_> = console(said).notices.iter().map(|notice| notice.text.to_string()).collect();
        assert_eq!(shown, ["three", "one", "four", "five"]);
    }

    #[test]
    fn only_an_admin_may_configure() {
        assert!(!console([connected_to(FIRST)]).may_configure());
        assert!(!console([]).may_configure());
    }
}
