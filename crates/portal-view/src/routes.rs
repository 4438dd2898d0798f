//! Every address of the portal, once: the server's router mounts the patterns, the pages link by the functions.
//!
//! In: ids. Out: paths below the server's public address.
//! Not here: what answers there.

use domain::{EventId, InvoiceId, MerchantId, PaymentId, PaymentMethodId, QuoteId, SubscriptionId};
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
/// GET (`plan`, `seats`) shows what there is to choose, POST (`plan`, `seats`, `csrf`) says what it comes to.
pub const CHANGE: &str = "/portal/subscriptions/{id}/change";
/// GET asks, POST (`csrf`) takes back a change that waits.
pub const UNDO_CHANGE: &str = "/portal/subscriptions/{id}/undo-change";
/// GET shows what a change comes to, or came to; POST (`method`, `csrf`) makes it.
pub const QUOTE: &str = "/portal/changes/{id}";
/// What is used.
pub const USAGE: &str = "/portal/usage";
/// The same as a file.
pub const USAGE_CSV: &str = "/portal/usage.csv";
/// GET shows what invoices are made out to, POST (`version`, `csrf`) corrects it.
pub const BILLING_DETAILS: &str = "/portal/billing-details";
/// GET shows one button, POST (`nonce`) confirms a new e-mail address.
pub const CONFIRM_EMAIL: &str = "/portal/email/{token}";
/// Leads to [`WITHDRAW`] of the merchant, where there is only one.
pub const WITHDRAW_HOUSE: &str = "/portal/withdraw";
/// GET asks who would cancel what, POST (`email`, `number`) shows the declaration; nobody has to be signed in.
pub const WITHDRAW: &str = "/portal/withdraw/{merchant}";
/// POST (`email`, `number`) receives the declaration.
pub const SEND_WITHDRAWAL: &str = "/portal/withdraw/{merchant}/send";
/// GET shows what would end, POST (`nonce`, a field for each) ends it.
pub const CONFIRM_WITHDRAWAL: &str = "/portal/w/{token}";
/// Who changed what, and when; `?before=` an event.
pub const ACTIVITY: &str = "/portal/activity";
/// Cards and bank accounts on file.
pub const PAYMENT_METHODS: &str = "/portal/payment-methods";
/// GET shows the form, POST puts a card on file.
pub const ADD_CARD: &str = "/portal/payment-methods/new/card";
/// GET shows the form, POST puts a bank account on file.
pub const ADD_BANK_ACCOUNT: &str = "/portal/payment-methods/new/bank-account";
/// GET shows the form, POST brings a payment method up to date.
pub const EDIT_PAYMENT_METHOD: &str = "/portal/payment-methods/{id}";
/// POST (`csrf`) has invoices charged to it from now on.
pub const MAKE_DEFAULT: &str = "/portal/payment-methods/{id}/default";
/// GET asks, POST (`csrf`) takes a payment method off file.
pub const REMOVE_PAYMENT_METHOD: &str = "/portal/payment-methods/{id}/remove";
/// GET (`invoice`, or all that are due) asks, POST pays.
pub const PAY: &str = "/portal/pay";
/// How payments begun together went.
pub const PAYMENT: &str = "/portal/payments/{id}";
/// The sandbox's stand-in for a bank's page: GET asks, POST (`answer`) confirms or calls off.
pub const SANDBOX_CONFIRM: &str = "/portal/payments/{id}/sandbox";
/// POST (`csrf`) gives up a payment that waits for the customer's bank.
pub const CALL_OFF: &str = "/portal/payments/{id}/call-off";
/// POST (`language`, `place`, `csrf`) changes the language of the visit.
pub const LANGUAGE: &str = "/portal/language";
/// The end of an errand, and the way back.
pub const DONE: &str = "/portal/done";
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

/// `GET` and `POST` [`CHANGE`].
pub fn change(id: &SubscriptionId) -> String {
    CHANGE.replace("{id}", id.as_str())
}

/// `GET` and `POST` [`UNDO_CHANGE`].
pub fn undo_change(id: &SubscriptionId) -> String {
    UNDO_CHANGE.replace("{id}", id.as_str())
}

/// `GET` and `POST` [`QUOTE`].
pub fn quote(id: &QuoteId) -> String {
    QUOTE.replace("{id}", id.as_str())
}

/// `GET` and `POST` [`EDIT_PAYMENT_METHOD`].
pub fn edit_payment_method(id: &PaymentMethodId) -> String {
    EDIT_PAYMENT_METHOD.replace("{id}", id.as_str())
}

/// `POST` [`MAKE_DEFAULT`].
pub fn make_default(id: &PaymentMethodId) -> String {
    MAKE_DEFAULT.replace("{id}", id.as_str())
}

/// `GET` and `POST` [`REMOVE_PAYMENT_METHOD`].
pub fn remove_payment_method(id: &PaymentMethodId) -> String {
    REMOVE_PAYMENT_METHOD.replace("{id}", id.as_str())
}

/// `GET` [`PAY`] for one invoice.
pub fn pay(invoice: &InvoiceId) -> String {
    format!("{PAY}?invoice={invoice}")
}

/// `GET` [`PAYMENT`].
pub fn payment(id: &PaymentId) -> String {
    PAYMENT.replace("{id}", id.as_str())
}

/// `GET` and `POST` [`SANDBOX_CONFIRM`].
pub fn sandbox_confirm(id: &PaymentId) -> String {
    SANDBOX_CONFIRM.replace("{id}", id.as_str())
}

/// `POST` [`CALL_OFF`].
pub fn call_off(id: &PaymentId) -> String {
    CALL_OFF.replace("{id}", id.as_str())
}

/// Where to go once a payment method is on file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Then {
    /// To the list.
    #[default]
    List,
    /// Back to paying: one invoice, or all that are due.
    Pay(Option<InvoiceId>),
    /// Back to a change that is to be paid.
    Change(QuoteId),
}

impl Then {
    /// As in a form or an address; none for the list.
    pub fn word(&self) -> Option<String> {
        match self {
            Self::List => None,
            Self::Pay(None) => Some("pay".to_owned()),
            Self::Pay(Some(invoice)) => Some(format!("pay:{invoice}")),
            Self::Change(quote) => Some(format!("change:{quote}")),
        }
    }

    /// What a form or an address says; anything else leads to the list.
    pub fn from_word(word: &str) -> Self {
        match word.split_once(':') {
            None if word == "pay" => Self::Pay(None),
            Some(("pay", invoice)) => invoice.parse().map_or(Self::List, |invoice| Self::Pay(Some(invoice))),
            Some(("change", quote)) => quote.parse().map_or(Self::List, Self::Change),
            _ => Self::List,
        }
    }

    /// A form's path that leads on to this place afterwards.
    pub fn link(&self, form: &str) -> String {
        self.word().map_or_else(|| form.to_owned(), |word| format!("{form}?then={word}"))
    }

    /// The place.
    pub fn path(&self) -> String {
        match self {
            Self::List => PAYMENT_METHODS.to_owned(),
            Self::Pay(None) => PAY.to_owned(),
            Self::Pay(Some(invoice)) => pay(invoice),
            Self::Change(id) => quote(id),
        }
    }
}

/// `GET` and `POST` [`LINK`]. A token is made of URL-safe base 64; anything else is encoded.
pub fn link(token: &str) -> String {
    LINK.replace("{token}", &form_urlencoded::byte_serialize(token.as_bytes()).collect::<String>())
}

/// `GET` and `POST` [`CONFIRM_EMAIL`].
pub fn confirm_email(token: &str) -> String {
    CONFIRM_EMAIL.replace("{token}", &form_urlencoded::byte_serialize(token.as_bytes()).collect::<String>())
}

/// `GET` and `POST` [`WITHDRAW`].
pub fn withdraw(merchant: &MerchantId) -> String {
    WITHDRAW.replace("{merchant}", merchant.as_str())
}

/// `POST` [`SEND_WITHDRAWAL`].
pub fn send_withdrawal(merchant: &MerchantId) -> String {
    SEND_WITHDRAWAL.replace("{merchant}", merchant.as_str())
}

/// `GET` and `POST` [`CONFIRM_WITHDRAWAL`].
pub fn confirm_withdrawal(token: &str) -> String {
    let token: String = form_urlencoded::byte_serialize(token.as_bytes()).collect();
    CONFIRM_WITHDRAWAL.replace("{token}", &token)
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

/// `GET` [`ACTIVITY`]: what is older than this event.
pub fn activity_before(event: &EventId) -> String {
    format!("{ACTIVITY}?before={event}")
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
