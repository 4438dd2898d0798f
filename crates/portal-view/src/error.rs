//! What went wrong, in the merchant's house and with a way out.
//!
//! In: [`ErrorView`]. Out: its page; the status line is the server's.
//! Not here: what happened inside, which only the log tells.

use domain::Branding;
use domain::policy::Reason;
use maud::{Markup, html};
use url::Url;
use words::{Words, say, say_markup};

use crate::chrome::contact;
use crate::icon::Icon;
use crate::{doorway, refusal, routes};

/// What went wrong, as far as the person in front of it can act on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorKind {
    /// 404: nothing at this address, or not for this customer.
    NotFound,
    /// 403: the customer may not, for a reason they may act on.
    NotAllowed(Option<Reason>),
    /// 409: a form was out of date, or its proof did not fit.
    Stale,
    /// 429: too much in too short a time.
    TooMany,
    /// 500: our fault.
    Internal,
    /// 503: busy, or down for maintenance.
    Unavailable,
}

/// A page that says what went wrong.
#[derive(Debug, Clone, Copy)]
pub struct ErrorView<'a> {
    /// What went wrong.
    pub kind: ErrorKind,
    /// Whether there is a session, and so an overview to go back to.
    pub signed_in: bool,
    /// Where *Back to …* leads.
    pub return_url: Option<&'a Url>,
    /// The id of the request, for support to find it in the log.
    pub reference: Option<&'a str>,
}

impl ErrorKind {
    /// What happened; what it means for the customer's data, and what to do next.
    fn say(self, words: Words) -> (String, String) {
        match self {
            Self::NotFound => (say!(words, "error-not-found"), say!(words, "error-not-found-means")),
            Self::NotAllowed(_) => (say!(words, "error-not-allowed"), say!(words, "error-not-allowed-means")),
            Self::Stale => (say!(words, "error-stale"), say!(words, "error-stale-means")),
            Self::TooMany => (say!(words, "error-too-many"), say!(words, "error-too-many-means")),
            Self::Internal => (say!(words, "error-internal"), say!(words, "error-internal-means")),
            Self::Unavailable => (say!(words, "error-unavailable"), say!(words, "error-unavailable-means")),
        }
    }
}

/// The page of an error.
pub fn error(words: Words, branding: &Branding, view: &ErrorView<'_>) -> Markup {
    let (title, means) = view.kind.say(words);
    let content = html! {
        div.mark { (Icon::TriangleAlert) }
        h1 { (title) }
        @if let ErrorKind::NotAllowed(Some(reason)) = view.kind { p.lead { (refusal::reason(words, reason)) } }
        p.lead { (means) }
        @if view.signed_in {
            div.actions { a.button.primary href=(routes::HOME) { (say!(words, "error-home")) } }
        }
        p.quiet.ruled {
            (say_markup!(words, "error-help", business = contact(branding)))
            @if let Some(reference) = view.reference {
                " " (say_markup!(words, "error-reference", reference = html! { code { (reference) } }))
            }
        }
        (doorway::back_to(words, branding, view.return_url))
    };
    doorway::page(words, branding, &title, content)
}
