//! What went wrong, in the merchant's house and with a way out.
//!
//! In: [`ErrorView`]. Out: its page; the status line is the server's.
//! Not here: what happened inside, which only the log tells.

use domain::Branding;
use maud::{Markup, html};
use url::Url;
use words::Words;

use crate::chrome::contact;
use crate::icon::Icon;
use crate::{doorway, routes};

/// What went wrong, as far as the person in front of it can act on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorKind {
    /// 404: nothing at this address, or not for this customer.
    NotFound,
    /// 403: the merchant does not offer this online.
    NotAllowed,
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
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::NotFound => (
                "We could not find that page",
                "The address may be cut short, or what it showed is no longer there.",
            ),
            Self::NotAllowed => {
                ("This cannot be done online", "Nothing was changed. We are glad to do it for you.")
            }
            Self::Stale => (
                "This page was out of date",
                "Something changed since you opened it, so we did nothing. Have a look and try again.",
            ),
            Self::TooMany => (
                "That was a lot at once",
                "To protect your account we wait a little. Nothing was changed; please try again in a few minutes.",
            ),
            Self::Internal => (
                "Something went wrong on our side",
                "Nothing was changed halfway: it either happened or it did not. Please try again in a moment.",
            ),
            Self::Unavailable => (
                "We will be right back",
                "Billing is not reachable just now. Your data is safe; please try again in a few minutes.",
            ),
        }
    }
}

/// The page of an error.
pub fn error(words: Words, branding: &Branding, view: &ErrorView<'_>) -> Markup {
    let (title, means) = view.kind.words();
    let content = html! {
        div.mark { (Icon::TriangleAlert) }
        h1 { (title) }
        p.lead { (means) }
        @if view.signed_in {
            div.actions { a.button.primary href=(routes::HOME) { "Go to the overview" } }
        }
        p.quiet.ruled {
            "Need help? Please " (contact(branding)) "."
            @if let Some(reference) = view.reference { " Tell us this reference: " code { (reference) } "." }
        }
        (doorway::back_to(words, branding, view.return_url))
    };
    doorway::page(words, branding, title, content)
}
