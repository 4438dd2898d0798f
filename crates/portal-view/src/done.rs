//! `GET /portal/done`: an errand is done, and here is the way back.
//!
//! In: [`DoneView`]. Out: its page. Not here: which deed an errand was for (`domain::Errand`).

use domain::Branding;
use maud::{Markup, html};
use url::Url;
use words::{Words, say};

use crate::icon::Icon;
use crate::{doorway, routes};

/// The end of an errand.
#[derive(Debug, Clone, Copy)]
pub struct DoneView<'a> {
    /// What the merchant has to say about it; may have several lines.
    pub message: Option<&'a str>,
    /// Where *Back to …* leads.
    pub return_url: Option<&'a Url>,
    /// Whether the browser goes there by itself.
    pub leaving: bool,
}

/// The page at the end of an errand. A browser that is to leave does so by the answer's `Refresh` header: a
/// redirect would count as the form's own target, and the page's policy lets forms lead nowhere else.
pub fn done(words: Words, branding: &Branding, view: &DoneView<'_>) -> Markup {
    let title = say!(words, "done-title");
    let content = html! {
        div.mark.positive { (Icon::Check) }
        h1 { (title) }
        @match (view.message, view.leaving) {
            (Some(message), _) => {
                @for line in message.lines().filter(|line| !line.trim().is_empty()) { p.lead { (line) } }
            }
            (None, true) => p.lead { (say!(words, "done-leaving", business = &branding.business_name)) },
            (None, false) => p.lead { (say!(words, "done-saved")) },
        }
        (doorway::back_to(words, branding, view.return_url))
        p.quiet.ruled { a href=(routes::HOME) { (say!(words, "done-home")) } }
    };
    doorway::page(words, branding, &title, content)
}
