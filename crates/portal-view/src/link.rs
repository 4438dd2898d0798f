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
use words::{Words, say, say_markup};

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
    /// The zone in which the customer is told moments.
    pub reader_zone: &'a TimeZone,
    /// Where *Back to …* leads.
    pub return_url: Option<&'a Url>,
}

/// The page with the one button.
pub fn link_open(words: Words, branding: &Branding, view: &LinkOpenView<'_>) -> Markup {
    let span = html! { strong { (date::span_text(words, view.now, view.expires_at)) } };
    let until = date::moment_text(words, view.expires_at, view.reader_zone);
    let until = html! { time datetime=(view.expires_at) { (until) } };
    let content = html! {
        h1 { (say_markup!(words, "link-title", business = &branding.business_name)) }
        p.lead { (say!(words, "link-says")) }
        form.actions method="post" action=(routes::link(view.token)) {
            input type="hidden" name="nonce" value=(view.nonce);
            button.button.primary.wide type="submit" { (say!(words, "link-open")) }
        }
        p.with-icon {
            (Icon::Clock)
            span { (say_markup!(words, "link-once", span = span, moment = until)) }
        }
        p.quiet.ruled { (say_markup!(words, "link-not-you", business = contact(branding))) }
        (doorway::back_to(words, branding, view.return_url))
    };
    doorway::page(words, branding, &say!(words, "link-open"), content)
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
        LinkProblem::Expired => (say!(words, "link-expired"), say!(words, "link-expired-why")),
        LinkProblem::Used => (say!(words, "link-used"), say!(words, "link-used-why")),
        LinkProblem::Replaced => (say!(words, "link-replaced"), say!(words, "link-replaced-why")),
        LinkProblem::Unknown => (say!(words, "link-unknown"), say!(words, "link-unknown-why")),
    };
    let content = html! {
        div.mark { (Icon::LinkOff) }
        h1 { (title) }
        p.lead { (why) }
        (doorway::recover_form(words, Some(token)))
        p.quiet.ruled { (say_markup!(words, "link-mailed-to", business = contact(branding))) }
        (doorway::back_to(words, branding, return_url))
    };
    doorway::page(words, branding, &title, content)
}

/// The answer to *Send me a new link*: the same whatever happened, so that it tells nobody whose link it was.
pub fn link_sent(words: Words, branding: &Branding) -> Markup {
    let content = html! {
        div.mark.positive { (Icon::Mail) }
        h1 { (say!(words, "link-sent")) }
        p.lead { (say!(words, "link-sent-says")) }
        p.quiet.ruled { (say_markup!(words, "link-sent-nothing", business = contact(branding))) }
    };
    doorway::page(words, branding, &say!(words, "link-sent"), content)
}
