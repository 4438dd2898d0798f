//! The pages after a visit: signed out, or timed out.
//!
//! In: where to go from here. Out: [`signed_out`], [`session_over`].
//! Not here: ending the session.

use domain::Branding;
use maud::{Markup, html};
use url::Url;
use words::Words;

use crate::doorway;
use crate::icon::Icon;

/// The page after *Sign out*.
pub fn signed_out(words: Words, branding: &Branding, return_url: Option<&Url>) -> Markup {
    let content = html! {
        div.mark.positive { (Icon::Check) }
        h1 { "You are signed out" }
        p.lead { "Nobody can see your billing in this browser any more. To come back, use a new link." }
        (doorway::back_to(words, branding, return_url))
    };
    doorway::page(words, branding, "Signed out", content)
}

/// A visit that is over.
#[derive(Debug, Clone, Copy)]
pub struct SessionOverView<'a> {
    /// Whether the browser still holds the cookie of a session that was: then a new link can be mailed.
    pub known: bool,
    /// Where *Back to …* leads.
    pub return_url: Option<&'a Url>,
}

/// The page for people whose session has ended, or who never had one.
pub fn session_over(words: Words, branding: &Branding, view: &SessionOverView<'_>) -> Markup {
    let title = if view.known { "Your visit has ended" } else { "Open your billing from a link" };
    let content = html! {
        div.mark { (Icon::Clock) }
        h1 { (title) }
        @if view.known {
            p.lead { "To keep your billing private, a visit ends after a while. Everything you did is saved." }
            (doorway::recover_form(words, None))
            p.quiet { "We mail it to the address we have on file." }
        } @else {
            p.lead { "There is no password here: " (branding.business_name) " mails you a link, and the link opens your billing." }
            p.quiet { "Look for the latest mail from " (branding.business_name) ", or please " (crate::chrome::contact(branding)) " for a new link." }
        }
        (doorway::back_to(words, branding, view.return_url))
    };
    doorway::page(words, branding, title, content)
}
