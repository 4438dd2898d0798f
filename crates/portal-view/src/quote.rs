//! `GET /portal/changes/{id}`: what a change comes to before it is made, and the receipt of it after.
//!
//! In: a [`Quote`] and what became of it. Out: [`QuoteView`] and its page. Not here: computing anything; every
//! figure is the quote's own, and what is confirmed is that quote.

use domain::billing::{ChangeAt, NextInvoice, Quote, QuoteState};
use domain::{Invoice, InvoiceLine, Payment, PaymentMethod, PaymentStatus, Terms};
use jiff::tz::TimeZone;
use maud::{Markup, html};

use crate::amount::{amount, amount_with_code, amount_with_code_text, tax_rate};
use crate::chrome::{Chrome, Place, back_link, csrf_field};
use crate::icon::Icon;
use crate::invoice::TaxRow;
use crate::plan_price::plan_price;
use crate::routes::{self, Then};
use crate::{date, pay};

/// A quote and what became of it.
#[derive(Debug, Clone, Copy)]
pub struct QuoteView<'a> {
    /// The quote.
    pub quote: &'a Quote,
    /// Whether it may still be confirmed.
    pub stands: bool,
    /// Whether it takes the place of one that was confirmed too late.
    pub renewed: bool,
    /// What it can be paid with; the default first.
    pub methods: &'a [PaymentMethod],
    /// Whether another can be put on file.
    pub may_add: bool,
    /// The payment of it, if one was begun.
    pub payment: Option<&'a Payment>,
    /// Whether that payment's money goes back.
    pub refunded: bool,
    /// The invoice that charged it, if it cost something and invoices may be seen.
    pub invoice: Option<&'a Invoice>,
    /// The merchant's zone.
    pub zone: &'a TimeZone,
}

impl QuoteView<'_> {
    fn title(&self) -> String {
        let change = &self.quote.change;
        let plan = &change.to.plan_name;
        match self.quote.state {
            QuoteState::Open if self.stands && self.moves_plan() => format!("Switch to {plan}?"),
            QuoteState::Open if self.stands => "Change your seats?".to_owned(),
            QuoteState::Open => "These figures are out of date".to_owned(),
            QuoteState::Paying => "Your payment is not complete yet".to_owned(),
            QuoteState::Applied if change.takes_effect == ChangeAt::PeriodEnd => {
                format!("You switch to {plan} on {}", self.effective_on())
            }
            QuoteState::Applied => "Your change is done".to_owned(),
            QuoteState::Failed if self.refunded => "Nothing was changed".to_owned(),
            QuoteState::Failed => "The payment did not go through".to_owned(),
        }
    }

    /// Whether it leads to another plan; else only the seats change.
    fn moves_plan(&self) -> bool {
        self.quote.change.from.plan_id != self.quote.change.to.plan_id
    }

    fn effective_on(&self) -> String {
        date::day_text(date::day_of(self.quote.change.effective_at, self.zone))
    }

    fn costs(&self) -> bool {
        !self.quote.change.totals.total.is_zero()
    }

    /// What the button says: always what it does, and what that costs.
    fn act(&self) -> String {
        let sum = amount_with_code_text(self.quote.change.totals.total);
        match (self.quote.change.takes_effect, self.moves_plan()) {
            (ChangeAt::Now, true) if self.costs() => format!("Pay {sum} and switch"),
            (ChangeAt::Now, false) if self.costs() => format!("Pay {sum} and change seats"),
            (ChangeAt::Now, true) => "Switch now".to_owned(),
            (ChangeAt::Now, false) => "Change seats now".to_owned(),
            (ChangeAt::PeriodEnd, true) => format!("Switch on {}", self.effective_on()),
            (ChangeAt::PeriodEnd, false) => format!("Change seats on {}", self.effective_on()),
        }
    }
}

/// The page of a quote: a question, a wait, a receipt or a refusal.
pub fn quote(chrome: &Chrome<'_>, view: &QuoteView<'_>) -> Markup {
    let quote = view.quote;
    let back = routes::subscription(&quote.subscription_id);
    let content = html! {
        div.page-tools { (back_link(&back, &quote.change.from.plan_name)) }
        header.page-head { h1 { (view.title()) } }
        @match quote.state {
            QuoteState::Open if view.stands => (question(chrome, view)),
            QuoteState::Open => (again(chrome, view, "Show the current figures", html! {
                "Time has passed, or your subscription has changed. " strong { "Nothing was charged." } " Please look at the figures anew."
            })),
            QuoteState::Paying => (waiting(view)),
            QuoteState::Applied => (receipt(view)),
            QuoteState::Failed => (failed(chrome, view)),
        }
    };
    chrome.page(Place::Subscriptions, &view.title(), content)
}

fn question(chrome: &Chrome<'_>, view: &QuoteView<'_>) -> Markup {
    let quote = view.quote;
    html! {
        @if view.renewed {
            div.notice.critical role="alert" {
                (Icon::TriangleAlert)
                p { strong { "The figures have changed." } " Nothing was charged and nothing was changed. Please look at the new ones." }
            }
        }
        form.card.question method="post" action=(routes::quote(&quote.id)) {
            (csrf_field(chrome.csrf))
            (summary(view))
            @if !view.costs() {
                (actions(view))
            } @else if view.methods.is_empty() {
                @if view.may_add {
                    p.lead { "To pay here, put a card on file first." }
                } @else {
                    p.lead { "This cannot be paid here at the moment. Please " (chrome.contact()) "." }
                }
                div.actions.even {
                    a.button href=(routes::change(&quote.subscription_id)) { "Choose again" }
                    @if view.may_add {
                        a.button.primary href=(Then::Change(quote.id.clone()).link(routes::ADD_CARD)) { "Add a card" }
                    }
                }
            } @else {
                (pay::choice(view.methods, chrome.today, view.may_add.then(|| Then::Change(quote.id.clone()))))
                (actions(view))
            }
            p.quiet { "These figures are good until " (date::moment_text(quote.expires_at, view.zone)) "." }
        }
    }
}

fn actions(view: &QuoteView<'_>) -> Markup {
    html! {
        div.actions.even {
            a.button href=(routes::change(&view.quote.subscription_id)) { "Choose again" }
            button.button.primary type="submit" { (view.act()) }
        }
    }
}

/// What ends, what starts, each line with the part of time it is for, what is due now, what comes next.
fn summary(view: &QuoteView<'_>) -> Markup {
    let change = &view.quote.change;
    let on = date::day(date::day_of(change.effective_at, view.zone));
    html! {
        dl.facts.wide {
            div { dt { "You have" } dd { (terms(&change.from)) } }
            div { dt { "You get" } dd { (terms(&change.to)) } }
            div {
                dt { "From" }
                dd {
                    @match change.takes_effect {
                        ChangeAt::Now if view.costs() => "now, once it is paid",
                        ChangeAt::Now => "now",
                        ChangeAt::PeriodEnd => { (on) ", when the paid period ends. Until then nothing changes, and you can change your mind." }
                    }
                }
            }
        }
        dl.totals.sum {
            @for line in &change.lines { (line_row(line, view.zone)) }
            @for tax in TaxRow::of(&change.lines) {
                div { dt { "Tax " (tax_rate(tax.rate)) " on " (amount(tax.base)) } dd { (amount(tax.tax)) } }
            }
            div.grand { dt { "To pay now" } dd { (amount_with_code(change.totals.total)) } }
        }
        @if let Some(next) = &change.next_invoice { (next_invoice(next, view.zone)) }
    }
}

/// `Growth, 5 seats, €12.50 for each seat, a month`.
fn terms(terms: &Terms) -> Markup {
    html! {
        strong { (terms.plan_name) }
        @if terms.price.per_seat { ", " (seats(terms.seats)) }
        br;
        (plan_price(&terms.price))
    }
}

pub(crate) fn seats(count: u32) -> String {
    if count == 1 { "1 seat".to_owned() } else { format!("{count} seats") }
}

/// A line with the time it is for, to the second, because that is how it is computed.
fn line_row(line: &InvoiceLine, zone: &TimeZone) -> Markup {
    let part = line.period.zip(line.part_of);
    html! {
        div {
            dt {
                @if line.amount.is_negative() { "Unused time on " }
                (line.description)
                @if let Some((part, whole)) = part {
                    span.line-note {
                        (date::span_exact(part.start, part.end)) " of " (date::span_exact(whole.start, whole.end))
                        ", until " (date::day(date::last_day(part.end, zone)))
                    }
                } @else if let Some(period) = line.period {
                    span.line-note {
                        (date::day(date::day_of(period.start, zone))) " – " (date::day(date::last_day(period.end, zone)))
                    }
                }
            }
            dd { (amount(line.amount)) }
        }
    }
}

/// The invoice that follows: its day, its lines, its sum.
pub(crate) fn next_invoice(next: &NextInvoice, zone: &TimeZone) -> Markup {
    html! {
        dl.totals.sum.next {
            @for line in &next.lines { (line_row(line, zone)) }
            @for tax in TaxRow::of(&next.lines) {
                div { dt { "Tax " (tax_rate(tax.rate)) " on " (amount(tax.base)) } dd { (amount(tax.tax)) } }
            }
            div.grand { dt { "Next invoice, on " (date::day(date::day_of(next.at, zone))) } dd { (amount_with_code(next.totals.total)) } }
        }
    }
}

fn waiting(view: &QuoteView<'_>) -> Markup {
    html! {
        div.card.question {
            (summary(view))
            @match view.payment.map(|payment| &payment.status) {
                Some(PaymentStatus::RequiresAction { url }) => {
                    p.lead { "Your bank wants you to confirm the payment. The change is made as soon as you have." }
                    div.actions.even {
                        a.button href=(routes::subscription(&view.quote.subscription_id)) { "Later" }
                        a.button.primary href=(url) { "Confirm with your bank" }
                    }
                }
                _ => p.lead { "Your payment is under way. The change is made as soon as it comes in; you need not wait here." }
            }
        }
    }
}

fn receipt(view: &QuoteView<'_>) -> Markup {
    let quote = view.quote;
    html! {
        div.card.question {
            (summary(view))
            @if let Some(payment) = view.payment {
                p.with-icon {
                    (Icon::CircleCheck)
                    span {
                        "Paid with " (payment.method)
                        @if let Some(invoice) = view.invoice { ", " a href=(routes::invoice(&invoice.id)) { "invoice " (invoice.number) } }
                        "."
                    }
                }
            }
        }
        p.quiet.beside { "We have mailed you a receipt." }
        div.actions.after { a.button.primary href=(routes::subscription(&quote.subscription_id)) { "See your subscription" } }
    }
}

fn failed(chrome: &Chrome<'_>, view: &QuoteView<'_>) -> Markup {
    let why = match view.payment.map(|payment| &payment.status) {
        Some(PaymentStatus::Failed { reason }) => reason.for_customer(),
        _ => {
            "Your subscription had changed before the payment came. The money goes back to where it came from."
        }
    };
    again(chrome, view, "Try again", html! { (why) " " strong { "Your subscription is as it was." } })
}

/// What is so, and the way to a fresh quote of the same wish.
fn again(chrome: &Chrome<'_>, view: &QuoteView<'_>, act: &str, says: Markup) -> Markup {
    let quote = view.quote;
    html! {
        form.card.question method="post" action=(routes::change(&quote.subscription_id)) {
            (csrf_field(chrome.csrf))
            input type="hidden" name="plan" value=(quote.change.to.plan_id);
            input type="hidden" name="seats" value=(quote.change.to.seats);
            p { (says) }
            div.actions.even {
                a.button href=(routes::subscription(&quote.subscription_id)) { "Back" }
                button.button.primary type="submit" { (act) }
            }
        }
    }
}
