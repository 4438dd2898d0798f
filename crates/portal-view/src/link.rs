//! `/portal/l/{token}`: the door. A GET shows one button and changes nothing, so a mail scanner that
//! follows links uses none up.
//!
//! In: what the server found out about a token. Out: [`link_open`], [`link_problem`], [`link_sent`].
//! Not here: redeeming.

use domain::{Branding, LinkState};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use maud::{Markup, html};
use url::Url;
use words::Words;

use crate::chrome::contact;
use crate::icon::Icon;
use crate::{date, doorway, routes};

/// A link that waits to be opened.
#[derive(Debug, Clone, Copy)]
pub struct LinkOpenView<'a> {
    /// The token in the address.
    pub token: &'a str,
    /// What the POST must bring back, to show that this page was seen.
    pub nonce: &'a str,
    /// When the link stops working.
    pub expires_at: Timestamp,
    /// The moment of this page.
    pub now: Timestamp,
    /// The merchant's zone.
    pub zone: &'a TimeZone,
    /// Where *Back to …* leads.
    pub return_url: Option<&'a Url>,
}

/// The page with the one button.
pub fn link_open(words: Words, branding: &Branding, view: &LinkOpenView<'_>) -> Markup {
    let business = &branding.business_name;
    let content = html! {
        h1 { "Your billing with " (business) }
        p.lead { "See your invoices and manage your subscription. No password needed." }
        form.actions method="post" action=(routes::link(view.token)) {
            input type="hidden" name="nonce" value=(view.nonce);
            button.button.primary.wide type="submit" { "Continue to billing" }
        }
        p.with-icon {
            (Icon::Clock)
            span { "This link works once, for another " strong { (date::span_text(words, view.now, view.expires_at)) }
                " (until " time datetime=(view.expires_at) { (date::moment_text(words, view.expires_at, view.zone)) } ")." }
        }
        p.quiet.ruled {
            "Did not ask for this? Close this page and nothing happens. If it keeps coming, please " (contact(branding)) "."
        }
        (doorway::back_to(words, branding, view.return_url))
    };
    doorway::page(words, branding, "Continue to billing", content)
}

/// Why a link does not open, as far as its holder may know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkProblem {
    /// It waited too long.
    Expired,
    /// It was opened before.
    Used,
    /// A newer link took its place.
    Replaced,
    /// It was revoked, or never was; which of the two stays untold.
    Unknown,
}

impl LinkProblem {
    /// The problem with a link in this state; none if it opens.
    pub fn of(state: LinkState) -> Option<Self> {
        match state {
            LinkState::Unused => None,
            LinkState::Used { .. } => Some(Self::Used),
            LinkState::Expired { .. } => Some(Self::Expired),
            LinkState::Superseded { .. } => Some(Self::Replaced),
            LinkState::Revoked { .. } => Some(Self::Unknown),
        }
    }
}

/// The page of a link that does not open, with the way to a new one.
pub fn link_problem(
    words: Words,
    branding: &Branding,
    problem: LinkProblem,
    token: &str,
    return_url: Option<&Url>,
) -> Markup {
    let (title, why) = match problem {
        LinkProblem::Expired => (
            "This link has expired",
            "Links to your billing work for a short time only, so that an old mail opens nothing.",
        ),
        LinkProblem::Used => (
            "This link was already used",
            "Each link works once. If it was not you who opened it, ask for a new one and tell us.",
        ),
        LinkProblem::Replaced => (
            "There is a newer link",
            "A newer mail has taken the place of this one. Look for the latest in your inbox, or ask for another.",
        ),
        LinkProblem::Unknown => (
            "This link does not work",
            "It may be cut short or withdrawn. Try opening it from the mail again, or ask for a new one.",
        ),
    };
    let content = html! {
        div.mark { (Icon::LinkOff) }
        h1 { (title) }
        p.lead { (why) }
        (doorway::recover_form(words, Some(token)))
        p.quiet.ruled { "We mail it to the address we have on file. Is that address out of date? Please " (contact(branding)) "." }
        (doorway::back_to(words, branding, return_url))
    };
    doorway::page(words, branding, title, content)
}

/// The answer to *Send me a new link*: the same whatever happened, so that it tells nobody whose link it was.
pub fn link_sent(words: Words, branding: &Branding) -> Markup {
    let content = html! {
        div.mark.positive { (Icon::Mail) }
        h1 { "Check your mail" }
        p.lead { "If your link belongs to an account, a new one is on its way to the address we have on file." }
        p.quiet.ruled {
            "Nothing after a few minutes? Look in your spam folder, then please " (contact(branding)) "."
        }
    };
    doorway::page(words, branding, "Check your mail", content)
}
