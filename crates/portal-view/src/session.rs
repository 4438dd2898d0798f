//! The pages after a visit: signed out, or timed out.
//!
//! In: where to go from here. Out: [`signed_out`], [`session_over`].
//! Not here: ending the session.

use domain::Branding;
use maud::{Markup, html};
use url::Url;
use words::{Words, say, say_markup};

use crate::chrome::contact;
use crate::doorway;
use crate::icon::Icon;

/// The page after *Sign out*.
pub fn signed_out(words: Words, branding: &Branding, return_url: Option<&Url>) -> Markup {
    let content = html! {
        div.mark.positive { (Icon::Check) }
        h1 { (say!(words, "signed-out")) }
        p.lead { (say!(words, "signed-out-says")) }
        (doorway::back_to(words, branding, return_url))
    };
    doorway::page(words, branding, &say!(words, "signed-out"), content)
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
    let business = &branding.business_name;
    let title = if view.known { say!(words, "session-over") } else { say!(words, "session-none") };
    let content = html! {
        div.mark { (Icon::Clock) }
        h1 { (title) }
        @if view.known {
            p.lead { (say!(words, "session-over-says")) }
            (doorway::recover_form(words, None))
            p.quiet { (say!(words, "session-mailed")) }
        } @else {
            p.lead { (say_markup!(words, "session-none-says", business = business)) }
            p.quiet { (say_markup!(words, "session-none-next", business = business, whom = contact(branding))) }
        }
        (doorway::back_to(words, branding, view.return_url))
    };
    doorway::page(words, branding, &title, content)
}
