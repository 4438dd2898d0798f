//! `GET /portal/changes/{id}`: what a change comes to before it is made, and the receipt of it after.
//!
//! In: a [`Quote`] and what became of it. Out: [`QuoteView`] and its page. Not here: computing anything; every
//! figure is the quote's own, and what is confirmed is that quote.

use domain::billing::{ChangeAt, NextInvoice, Quote, QuoteState};
use domain::{Invoice, InvoiceLine, Meter, Payment, PaymentMethod, PaymentStatus, Terms, Totals};
use jiff::tz::TimeZone;
use maud::{Markup, html};
use words::{Words, say, say_markup};

use crate::amount::{amount, amount_with_code};
use crate::chrome::{Chrome, Place, back_link, csrf_field};
use crate::icon::Icon;
use crate::invoice::TaxRow;
use crate::plan_price::{plan_price, seats, use_prices};
use crate::routes::{self, Then};
use crate::waiting::to_the_bank;
use crate::{date, instrument, pay, refusal};

/// A quote and what became of it.
#[derive(Debug, Clone, Copy)]
pub struct QuoteView<'a> {
    /// The quote.
    pub quote: &'a Quote,
    /// Whether it may still be confirmed.
    pub stands: bool,
    /// Whether it takes the place of one that was confirmed too late.
    pub renewed: bool,
    /// The meters that the prices before and after name.
    pub meters: &'a [Meter],
    /// What was used so far and is not charged yet.
    pub used: &'a [InvoiceLine],
    /// Whether that is charged with the change, and not with the next invoice.
    pub used_is_due: bool,
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
    /// The merchant's zone, whose days billing goes by.
    pub zone: &'a TimeZone,
    /// The zone in which the customer is told moments.
    pub reader_zone: &'a TimeZone,
}

impl QuoteView<'_> {
    fn title(&self, words: Words) -> String {
        let change = &self.quote.change;
        let (plan, day) = (&change.to.plan_name, self.effective_on(words));
        match (self.quote.state, change.takes_effect) {
            (QuoteState::Open, _) if !self.stands => say!(words, "quote-title-late"),
            (QuoteState::Open, _) if self.moves_plan() => say!(words, "quote-title-switch", plan = plan),
            (QuoteState::Open, _) => say!(words, "quote-title-seats"),
            (QuoteState::Paying, _) => say!(words, "quote-title-waiting"),
            (QuoteState::Applied, ChangeAt::Now) => say!(words, "quote-title-done"),
            (QuoteState::Applied, ChangeAt::PeriodEnd) if self.moves_plan() => {
                say!(words, "quote-title-planned", plan = plan, day = day)
            }
            (QuoteState::Applied, ChangeAt::PeriodEnd) => say!(words, "quote-title-planned-seats", day = day),
            (QuoteState::Failed, _) if self.refunded => say!(words, "quote-title-unchanged"),
            (QuoteState::Failed, _) => say!(words, "quote-title-failed"),
        }
    }

    /// Whether it leads to another plan; else only the seats change.
    fn moves_plan(&self) -> bool {
        self.quote.change.from.plan_id != self.quote.change.to.plan_id
    }

    /// Whether it is over: the page speaks of what was, not of what would be.
    fn has_happened(&self) -> bool {
        self.quote.state == QuoteState::Applied && self.quote.change.takes_effect == ChangeAt::Now
    }

    fn effective_on(&self, words: Words) -> String {
        words.day(date::day_of(self.quote.change.effective_at, self.zone))
    }

    fn costs(&self) -> bool {
        !self.quote.change.totals.total.is_zero()
    }

    /// What the button says: always what it does, and what that costs.
    fn act(&self, words: Words) -> String {
        let sum = words.amount_with_code(self.quote.change.totals.total);
        match (self.quote.change.takes_effect, self.moves_plan()) {
            (ChangeAt::Now, true) if self.costs() => say!(words, "quote-pay-switch", amount = sum),
            (ChangeAt::Now, false) if self.costs() => say!(words, "quote-pay-seats", amount = sum),
            (ChangeAt::Now, true) => say!(words, "quote-switch-now"),
            (ChangeAt::Now, false) => say!(words, "quote-seats-now"),
            (ChangeAt::PeriodEnd, true) => say!(words, "quote-switch-on", day = self.effective_on(words)),
            (ChangeAt::PeriodEnd, false) => say!(words, "quote-seats-on", day = self.effective_on(words)),
        }
    }
}

/// The page of a quote: a question, a wait, a receipt or a refusal.
pub fn quote(chrome: &Chrome<'_>, view: &QuoteView<'_>) -> Markup {
    let (words, quote) = (chrome.words, view.quote);
    let (title, back) = (view.title(words), routes::subscription(&quote.subscription_id));
    let plan = if view.has_happened() { &quote.change.to } else { &quote.change.from };
    let content = html! {
        div.page-tools { (back_link(&back, &plan.plan_name)) }
        header.page-head { h1 { (title) } }
        @match quote.state {
            QuoteState::Open if view.stands => (question(chrome, view)),
            QuoteState::Open => {
                (again(chrome, view, &say!(words, "quote-show-again"), html! { (say!(words, "quote-late")) }))
            }
            QuoteState::Paying => (waiting(chrome, view)),
            QuoteState::Applied => (receipt(words, view)),
            QuoteState::Failed => (failed(chrome, view)),
        }
    };
    chrome.page(Place::Subscriptions, &title, content)
}

fn question(chrome: &Chrome<'_>, view: &QuoteView<'_>) -> Markup {
    let (words, quote) = (chrome.words, view.quote);
    let until = date::moment_text(words, quote.expires_at, view.reader_zone);
    html! {
        @if view.renewed {
            div.notice.critical role="alert" {
                (Icon::TriangleAlert)
                p { strong { (say!(words, "quote-renewed")) } " " (say!(words, "quote-renewed-next")) }
            }
        }
        form.card.question method="post" action=(routes::quote(&quote.id)) {
            (csrf_field(chrome.csrf))
            (summary(words, view))
            @if !view.costs() {
                (actions(words, view))
            } @else if view.methods.is_empty() {
                (without_method(chrome, view))
            } @else {
                (pay::choice(words, view.methods, chrome.today, view.may_add.then(|| Then::Change(quote.id.clone()))))
                (actions(words, view))
            }
            p.quiet { (say!(words, "quote-good-until", moment = until)) }
        }
    }
}

fn choose_again(words: Words, view: &QuoteView<'_>) -> Markup {
    html! { a.button href=(routes::change(&view.quote.subscription_id)) { (say!(words, "quote-choose-again")) } }
}

fn actions(words: Words, view: &QuoteView<'_>) -> Markup {
    html! {
        div.actions.even {
            (choose_again(words, view))
            button.button.primary type="submit" { (view.act(words)) }
        }
    }
}

/// Nothing is on file that it could be paid with: the way to a card that leads back here.
fn without_method(chrome: &Chrome<'_>, view: &QuoteView<'_>) -> Markup {
    let words = chrome.words;
    html! {
        p.lead {
            @if view.may_add {
                (say!(words, "quote-card-first"))
            } @else {
                (say!(words, "quote-no-way")) " " (say_markup!(words, "contact-please", business = chrome.contact()))
            }
        }
        div.actions.even {
            (choose_again(words, view))
            @if view.may_add {
                a.button.primary href=(Then::Change(view.quote.id.clone()).link(routes::ADD_CARD)) { (say!(words, "quote-add-card")) }
            }
        }
    }
}

/// What ends, what starts, each line with the part of time it is for, what is due now, what comes next.
fn summary(words: Words, view: &QuoteView<'_>) -> Markup {
    let change = &view.quote.change;
    let day = date::day(words, date::day_of(change.effective_at, view.zone));
    let (before, after) = if view.has_happened() {
        (say!(words, "quote-had"), say!(words, "quote-have-now"))
    } else {
        (say!(words, "quote-have"), say!(words, "quote-get"))
    };
    let sum = match view.quote.state {
        QuoteState::Applied => say!(words, "quote-charged"),
        QuoteState::Open | QuoteState::Paying | QuoteState::Failed => say!(words, "quote-now"),
    };
    html! {
        dl.facts.wide {
            div { dt { (before) } dd { (terms(words, &change.from, view.meters)) } }
            div { dt { (after) } dd { (terms(words, &change.to, view.meters)) } }
            div {
                dt { (say!(words, "quote-from")) }
                dd {
                    @match change.takes_effect {
                        ChangeAt::Now if view.has_happened() => (day),
                        ChangeAt::Now if view.costs() => (say!(words, "quote-from-paid")),
                        ChangeAt::Now => (say!(words, "quote-from-now")),
                        ChangeAt::PeriodEnd => (say_markup!(words, "quote-from-later", day = day)),
                    }
                }
            }
        }
        dl.totals.sum {
            (lines(words, &change.lines, view.zone))
            div.grand { dt { (sum) } dd { (amount_with_code(words, change.totals.total)) } }
        }
        @if let Some(next) = &change.next_invoice { (next_invoice(words, next, view.zone)) }
        @if !view.used.is_empty() { (used(words, view)) }
    }
}

/// What was used so far: at which prices it is charged, and when.
fn used(words: Words, view: &QuoteView<'_>) -> Markup {
    html! {
        (used_so_far(words, view.used, view.zone))
        p.quiet {
            @if view.used_is_due { (say!(words, "quote-used-alone")) } @else { (say!(words, "quote-used-later")) }
        }
    }
}

/// The lines of what was used so far, and their sum.
pub(crate) fn used_so_far(words: Words, used: &[InvoiceLine], zone: &TimeZone) -> Markup {
    let currency = used.first().map(|line| line.amount.currency());
    html! {
        dl.totals.sum.next {
            (lines(words, used, zone))
            @if let Some(Ok(totals)) = currency.map(|currency| Totals::of(used, currency)) {
                div.grand { dt { (say!(words, "quote-used")) } dd { (amount_with_code(words, totals.total)) } }
            }
        }
    }
}

/// `Growth, 5 seats`, and its price.
fn terms(words: Words, terms: &Terms, meters: &[Meter]) -> Markup {
    html! {
        strong { (terms.plan_name) }
        @if terms.price.per_seat { (say!(words, "list-comma")) (seats(words, terms.seats)) }
        br;
        (plan_price(words, &terms.price))
        @for line in use_prices(words, &terms.price, meters) { br; (line) }
    }
}

/// The lines and the tax on them.
fn lines(words: Words, lines: &[InvoiceLine], zone: &TimeZone) -> Markup {
    html! {
        @for line in lines { (line_row(words, line, zone)) }
        @for tax in TaxRow::of(lines) {
            div {
                dt { (say_markup!(words, "quote-tax", rate = words.percent(tax.rate), base = amount(words, tax.base))) }
                dd { (amount(words, tax.tax)) }
            }
        }
    }
}

fn line_row(words: Words, line: &InvoiceLine, zone: &TimeZone) -> Markup {
    html! {
        div {
            dt {
                bdi { (words.line_name(line)) }
                @if let Some(time) = words.line_time(line, zone) { span.line-note { (time) } }
            }
            dd { (amount(words, line.amount)) }
        }
    }
}

/// The invoice that follows: its day, its lines, its sum.
pub(crate) fn next_invoice(words: Words, next: &NextInvoice, zone: &TimeZone) -> Markup {
    let day = date::day(words, date::day_of(next.at, zone));
    html! {
        dl.totals.sum.next {
            (lines(words, &next.lines, zone))
            div.grand { dt { (say_markup!(words, "quote-next", day = day)) } dd { (amount_with_code(words, next.totals.total)) } }
        }
    }
}

fn waiting(chrome: &Chrome<'_>, view: &QuoteView<'_>) -> Markup {
    let words = chrome.words;
    html! {
        div.card.question {
            (summary(words, view))
            @match view.payment {
                Some(payment @ Payment { status: PaymentStatus::RequiresAction { .. }, .. }) => {
                    p.lead { (say!(words, "quote-bank")) }
                    div.actions.even { (to_the_bank(words, chrome.csrf, payment)) }
                    p.beside {
                        a href=(routes::subscription(&view.quote.subscription_id)) { (say!(words, "quote-bank-later")) }
                    }
                }
                _ => p.lead { (say!(words, "quote-under-way")) }
            }
        }
    }
}

fn receipt(words: Words, view: &QuoteView<'_>) -> Markup {
    let quote = view.quote;
    html! {
        div.card.question {
            (summary(words, view))
            @if let Some(payment) = view.payment {
                p.with-icon {
                    (Icon::CircleCheck)
                    span {
                        (say!(words, "quote-paid", method = instrument::kept_name(words, &payment.method)))
                        @if let Some(invoice) = view.invoice {
                            " " a href=(routes::invoice(&invoice.id)) { (say!(words, "quote-invoice", number = &invoice.number)) }
                        }
                    }
                }
            }
        }
        p.quiet.beside { (say!(words, "quote-mailed")) }
        div.actions.after {
            a.button.primary href=(routes::subscription(&quote.subscription_id)) { (say!(words, "quote-see")) }
        }
    }
}

fn failed(chrome: &Chrome<'_>, view: &QuoteView<'_>) -> Markup {
    let words = chrome.words;
    let why = match view.payment.map(|payment| &payment.status) {
        Some(PaymentStatus::Failed { reason }) => refusal::decline(words, *reason),
        _ => say!(words, "quote-overtaken"),
    };
    let says = html! { (why) " " strong { (say!(words, "quote-as-it-was")) } };
    again(chrome, view, &say!(words, "quote-try-again"), says)
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
                a.button href=(routes::subscription(&quote.subscription_id)) { (say!(chrome.words, "change-back")) }
                button.button.primary type="submit" { (act) }
            }
        }
    }
}
