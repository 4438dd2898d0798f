//! The frame of pages for people without a session: the merchant's mark, one card, a way out.
//!
//! In: branding and content. Out: complete documents.
//! Not here: signed-in pages (`chrome`).

use domain::Branding;
use maud::{Markup, html};
use url::Url;
use words::{Words, say};

use crate::chrome::{document, foot, logo, return_link};
use crate::icon::Icon;
use crate::routes;

/// A complete document with one card; `content` holds the `h1`.
pub(crate) fn page(words: Words, branding: &Branding, title: &str, content: Markup) -> Markup {
    let body = html! {
        body.doorway {
            a.skip href="#content" { (say!(words, "chrome-skip")) }
            header.doorway-brand { (logo(branding)) }
            main.card #content tabindex="-1" { (content) }
            (foot(branding))
        }
    };
    document(words, branding, title, body)
}

/// *Send me a new link*.
///
/// With `link` the old link's token says whose account it is. Without it the browser's own cookie of
/// the session that ended does.
pub(crate) fn recover_form(words: Words, link: Option<&str>) -> Markup {
    html! {
        form.actions method="post" action=(routes::RECOVER) {
            @if let Some(token) = link { input type="hidden" name="link" value=(token); }
            button.button.primary type="submit" { (Icon::Mail) (say!(words, "link-recover")) }
        }
    }
}

/// *Back to …*, where the session knew of a place.
pub(crate) fn back_to(words: Words, branding: &Branding, return_url: Option<&Url>) -> Markup {
    html! { @if let Some(back) = return_link(words, branding, return_url) { p.way-out { (back) } } }
}
