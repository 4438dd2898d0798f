//! `/portal/email/{token}`: a new e-mail address is confirmed by whoever can read what is sent there.
//!
//! In: what the server found out about a token. Out: pages. Not here: redeeming. As with a portal link, a GET
//! changes nothing: mail scanners follow links.

use domain::{Branding, Email};
use maud::{Markup, html};
use words::{Words, say};

use crate::icon::Icon;
use crate::{doorway, routes};

/// An address that waits to be confirmed.
#[derive(Debug, Clone, Copy)]
pub struct EmailConfirmView<'a> {
    /// The token in the address.
    pub token: &'a str,
    /// What the POST must bring back, to show that this page was seen.
    pub nonce: &'a str,
    /// The new address.
    pub email: &'a Email,
}

/// The page with the one button.
pub fn email_confirm(words: Words, branding: &Branding, view: &EmailConfirmView<'_>) -> Markup {
    let business = &branding.business_name;
    let content = html! {
        div.mark { (Icon::Mail) }
        h1 { (say!(words, "email-title")) }
        p.lead { (say!(words, "email-ask", business = business, email = view.email.to_string())) }
        form.actions method="post" action=(routes::confirm_email(view.token)) {
            input type="hidden" name="nonce" value=(view.nonce);
            button.button.primary.wide type="submit" { (say!(words, "email-confirm")) }
        }
        p.quiet.ruled { (say!(words, "email-not-you")) }
    };
    doorway::page(words, branding, &say!(words, "email-title"), content)
}

/// The page after it.
pub fn email_confirmed(words: Words, branding: &Branding, email: &Email) -> Markup {
    let business = &branding.business_name;
    let content = html! {
        div.mark.positive { (Icon::Check) }
        h1 { (say!(words, "email-done")) }
        p.lead { (say!(words, "email-done-more", business = business, email = email.to_string())) }
    };
    doorway::page(words, branding, &say!(words, "email-done"), content)
}

/// The page of a link that confirms nothing (any more): the same for one that never was.
pub fn email_dead_end(words: Words, branding: &Branding) -> Markup {
    let content = html! {
        div.mark { (Icon::LinkOff) }
        h1 { (say!(words, "email-dead")) }
        p.lead { (say!(words, "email-dead-more")) }
    };
    doorway::page(words, branding, &say!(words, "email-dead"), content)
}
