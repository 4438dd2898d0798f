//! Every address of the portal, once: the server's router mounts the patterns, the pages link by the functions.
//!
//! In: ids. Out: paths below the server's public address.
//! Not here: what answers there.

use domain::{InvoiceId, SubscriptionId};
use url::form_urlencoded;

use crate::{InvoiceFilter, Notice};

/// What is due and what there is.
pub const HOME: &str = "/portal";
/// All invoices; see [`invoices`] for its query.
pub const INVOICES: &str = "/portal/invoices";
/// One invoice.
pub const INVOICE: &str = "/portal/invoices/{id}";
/// One invoice as a file.
pub const INVOICE_PDF: &str = "/portal/invoices/{id}/pdf";
/// All subscriptions.
pub const SUBSCRIPTIONS: &str = "/portal/subscriptions";
/// One subscription.
pub const SUBSCRIPTION: &str = "/portal/subscriptions/{id}";
/// GET asks, POST (`when`, `reason`, `csrf`) cancels.
pub const CANCEL: &str = "/portal/subscriptions/{id}/cancel";
/// GET asks, POST (`csrf`) takes the cancellation back.
pub const UNDO_CANCEL: &str = "/portal/subscriptions/{id}/undo-cancel";
/// POST (`csrf`) ends the session.
pub const SIGN_OUT: &str = "/portal/sign-out";
/// GET shows one button, POST (`nonce`) redeems the link.
pub const LINK: &str = "/portal/l/{token}";
/// POST (`link`, where there is one) mails a new link to the address on file.
pub const RECOVER: &str = "/portal/links/recover";
/// The merchant's logo, as [`domain::Logo::path`] links it.
pub const LOGO: &str = "/portal/logo/{sha256}";
/// Stylesheet and fonts: [`crate::ASSETS`].
pub const ASSET: &str = "/portal/assets/{file}";

/// `GET` [`INVOICE`].
pub fn invoice(id: &InvoiceId) -> String {
    INVOICE.replace("{id}", id.as_str())
}

/// `GET` [`INVOICE_PDF`].
pub fn invoice_pdf(id: &InvoiceId) -> String {
    INVOICE_PDF.replace("{id}", id.as_str())
}

/// `GET` [`SUBSCRIPTION`].
pub fn subscription(id: &SubscriptionId) -> String {
    SUBSCRIPTION.replace("{id}", id.as_str())
}

/// `GET` and `POST` [`CANCEL`].
pub fn cancel(id: &SubscriptionId) -> String {
    CANCEL.replace("{id}", id.as_str())
}

/// `GET` and `POST` [`UNDO_CANCEL`].
pub fn undo_cancel(id: &SubscriptionId) -> String {
    UNDO_CANCEL.replace("{id}", id.as_str())
}

/// `GET` and `POST` [`LINK`]. A token is made of URL-safe base 64; anything else is encoded.
pub fn link(token: &str) -> String {
    LINK.replace("{token}", &form_urlencoded::byte_serialize(token.as_bytes()).collect::<String>())
}

/// Which stretch of a list to show; a cursor is the server's own text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stretch<'a> {
    /// From the newest on.
    Newest,
    /// What is older than the cursor: `?after=`.
    After(&'a str),
    /// What is newer than the cursor: `?before=`.
    Before(&'a str),
}

/// `GET` [`INVOICES`] with its query: `?status=overdue&after=…`.
pub fn invoices(filter: InvoiceFilter, stretch: Stretch<'_>) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    if filter != InvoiceFilter::All {
        query.append_pair("status", filter.as_str());
    }
    match stretch {
        Stretch::Newest => {}
        Stretch::After(cursor) => drop(query.append_pair("after", cursor)),
        Stretch::Before(cursor) => drop(query.append_pair("before", cursor)),
    }
    match query.finish() {
        query if query.is_empty() => INVOICES.to_owned(),
        query => format!("{INVOICES}?{query}"),
    }
}

/// A page's path that also says what was just done: `?notice=…`, read back by [`Notice::from_query`].
pub fn with_notice(path: &str, notice: Notice) -> String {
    format!("{path}?notice={}", notice.as_str())
}
