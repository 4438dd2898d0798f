//! `/portal/withdraw`: cancelling a subscription without a link or a session, in two steps, and the page that the
//! mail about it leads to.
//!
//! In: what was typed, what the server found for a token. Out: pages; those of the two steps say the same whatever
//! is known about the address. Not here: whom the address belongs to, the deed.

use domain::billing::Settlement;
use domain::policy::Reason;
use domain::{Branding, MerchantId, SubscriptionId, Totals};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use maud::{Markup, html};
use words::{Words, say};

use crate::amount::amount_with_code;
use crate::icon::Icon;
use crate::{cancel, date, doorway, refusal, routes};

/// What was typed to say whose subscription is to end.
#[derive(Debug, Clone, Copy)]
pub struct WithdrawView<'a> {
    /// Whose customer it is about.
    pub merchant: &'a MerchantId,
    /// The address.
    pub email: &'a str,
    /// The number of an invoice or a subscription; may be empty.
    pub number: &'a str,
    /// Whether the address is none.
    pub wrong: bool,
}

/// The form field that leads from the second step back to the first, with what was typed.
pub const WITHDRAW_BACK: &str = "back";

/// The first step: who are you, and which one.
pub fn withdraw(words: Words, branding: &Branding, view: &WithdrawView<'_>) -> Markup {
    let title = say!(words, "withdraw-title");
    let content = html! {
        h1 { (title) }
        p.lead { (say!(words, "withdraw-says", business = &branding.business_name)) }
        form.question.fields.bare method="post" action=(routes::withdraw(view.merchant)) {
            div.field {
                label for="email" { (say!(words, "withdraw-email")) }
                input type="email" id="email" name="email" value=(view.email) required maxlength="254"
                    autocomplete="email" aria-invalid=[view.wrong.then_some("true")]
                    aria-describedby=[view.wrong.then_some("email-error")];
                @if view.wrong { p.field-error id="email-error" { (say!(words, "withdraw-fault-email")) } }
            }
            div.field {
                label for="number" {
                    (say!(words, "withdraw-number")) " " span.optional { (say!(words, "withdraw-optional")) }
                }
                p.field-hint id="number-hint" { (say!(words, "withdraw-number-hint")) }
                input type="text" id="number" name="number" value=(view.number) maxlength="100"
                    autocomplete="off" aria-describedby="number-hint";
            }
            button.button.primary.wide type="submit" { (say!(words, "withdraw-next")) }
        }
    };
    doorway::page(words, branding, &title, content)
}

/// The second step: the declaration, as it will be received.
pub fn withdraw_check(words: Words, branding: &Branding, view: &WithdrawView<'_>) -> Markup {
    let title = say!(words, "withdraw-check-title");
    let content = html! {
        h1 { (title) }
        p.lead { (say!(words, "withdraw-check-says", business = &branding.business_name)) }
        dl.facts.wide.plain {
            div { dt { (say!(words, "withdraw-email")) } dd { (view.email) } }
            @if !view.number.is_empty() { div { dt { (say!(words, "withdraw-number")) } dd { (view.number) } } }
        }
        p { (say!(words, "withdraw-check-mail")) }
        form.actions.even method="post" action=(routes::send_withdrawal(view.merchant)) {
            input type="hidden" name="email" value=(view.email);
            input type="hidden" name="number" value=(view.number);
            // A link would forget what was typed, or tell it to whoever reads addresses.
            button.button type="submit" name=(WITHDRAW_BACK) value="yes" formaction=(routes::withdraw(view.merchant)) {
                (say!(words, "withdraw-back"))
            }
            button.button.critical type="submit" { (say!(words, "withdraw-now")) }
        }
    };
    doorway::page(words, branding, &title, content)
}

/// The answer, the same whatever came of it: so `zone` is the merchant's, whoever reads it.
pub fn withdraw_received(words: Words, branding: &Branding, at: Timestamp, zone: &TimeZone) -> Markup {
    let title = say!(words, "withdraw-received");
    let moment = date::moment_text(words, at, zone);
    let content = html! {
        div.mark.positive { (Icon::Mail) }
        h1 { (title) }
        p.lead { (say!(words, "withdraw-received-at", business = &branding.business_name, moment = moment)) }
        p { (say!(words, "withdraw-received-mail")) }
        p.quiet.ruled { (say!(words, "withdraw-keep")) }
    };
    doorway::page(words, branding, &title, content)
}

/// A declaration that waits to be confirmed by its mail's link.
#[derive(Debug, Clone)]
pub struct WithdrawConfirmView<'a> {
    /// The token in the address.
    pub token: &'a str,
    /// What the POST must bring back, to show that this page was seen.
    pub nonce: &'a str,
    /// When it was received.
    pub at: Timestamp,
    /// The merchant's zone, whose days billing goes by.
    pub zone: &'a TimeZone,
    /// The zone in which the customer is told moments.
    pub reader_zone: &'a TimeZone,
    /// What can end.
    pub choices: Vec<WithdrawChoice>,
    /// What runs and cannot end here: its plan, and why.
    pub kept: Vec<(String, Reason)>,
    /// Whether the page was confirmed with nothing chosen.
    pub unchosen: bool,
    /// Whether the figures take the place of others that were confirmed too late.
    pub renewed: bool,
}

/// A subscription that can end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WithdrawChoice {
    /// Which one.
    pub id: SubscriptionId,
    /// Its plan.
    pub plan_name: String,
    /// The last day; at once if none.
    pub ends_on: Option<Date>,
    /// Until when it is paid for.
    pub paid_until: Date,
    /// What that settles.
    pub settlement: Settlement,
}

/// The form field that chooses a subscription.
pub fn withdraw_field(id: &SubscriptionId) -> String {
    format!("end-{id}")
}

/// The form field that says from when the time of a subscription counted as unused.
pub fn unused_field(id: &SubscriptionId) -> String {
    format!("unused-from-{id}")
}

/// The page the mail leads to.
pub fn withdraw_confirm(words: Words, branding: &Branding, view: &WithdrawConfirmView<'_>) -> Markup {
    let title = say!(words, "withdraw-confirm-title");
    let business = &branding.business_name;
    let moment = date::moment_text(words, view.at, view.reader_zone);
    let content = html! {
        h1 { (title) }
        @if view.renewed {
            p.lead role="status" { strong { (say!(words, "quote-renewed")) } " " (say!(words, "quote-renewed-next")) }
        }
        @if view.choices.is_empty() {
            p.lead { (say!(words, "withdraw-nothing", business = business, moment = moment)) }
        } @else {
            p.lead { (say!(words, "withdraw-confirm-says", business = business, moment = moment)) }
            form.question.fields.bare method="post" action=(routes::confirm_withdrawal(view.token)) {
                input type="hidden" name="nonce" value=(view.nonce);
                fieldset.choices {
                    legend { (say!(words, "withdraw-what")) }
                    @if view.unchosen { p.field-error role="alert" { (say!(words, "withdraw-choose")) } }
                    // Of several, who declares says which; a declaration ends no more than was meant.
                    @let only = view.choices.len() == 1;
                    @for choice in &view.choices { (choice_box(words, choice, only, view.zone)) }
                }
                p.quiet { (say!(words, "withdraw-open-invoices")) }
                button.button.critical.wide type="submit" { (say!(words, "withdraw-now")) }
            }
        }
        @if !view.kept.is_empty() {
            h2 { (say!(words, "withdraw-kept")) }
            dl.facts.wide.plain {
                @for (plan, why) in &view.kept { div { dt { (plan) } dd { (refusal::reason(words, *why)) } } }
            }
        }
    };
    doorway::page(words, branding, &title, content)
}

fn choice_box(words: Words, choice: &WithdrawChoice, chosen: bool, zone: &TimeZone) -> Markup {
    let field = withdraw_field(&choice.id);
    html! {
        div.choice.roomy {
            input type="checkbox" id=(field) name=(field) value="yes" checked[chosen];
            label for=(field) { (choice.plan_name) }
            @match choice.ends_on {
                Some(day) => p.choice-note { (say!(words, "withdraw-ends-on", day = words.day(day))) },
                None => {
                    p.choice-note { (say!(words, "withdraw-ends-now")) }
                    p.choice-note { (cancel::time_left(words, &choice.settlement, choice.paid_until)) }
                }
            }
            @if let Some(credit) = choice.settlement.credit.as_ref().filter(|_| choice.ends_on.is_none()) {
                input type="hidden" name=(unused_field(&choice.id)) value=(credit.from);
            }
        }
        (cancel::last_use(words, &choice.settlement, zone))
    }
}

/// The page after it, with what ends.
pub fn withdraw_done(words: Words, branding: &Branding, ended: &[WithdrawChoice]) -> Markup {
    let title = say!(words, "withdraw-done");
    let content = html! {
        div.mark.positive { (Icon::Check) }
        h1 { (title) }
        dl.facts.wide.plain {
            @for choice in ended {
                div {
                    dt { (choice.plan_name) }
                    dd {
                        @match choice.ends_on {
                            Some(day) => (say!(words, "withdraw-ends-on", day = words.day(day))),
                            None => (say!(words, "withdraw-ends-now")),
                        }
                        (settled(words, choice))
                    }
                }
            }
        }
        p { (say!(words, "withdraw-done-says")) }
    };
    doorway::page(words, branding, &title, content)
}

/// What went back, and what was charged for the last use.
fn settled(words: Words, choice: &WithdrawChoice) -> Markup {
    let Settlement { used, credit } = &choice.settlement;
    let used = used.first().map(|line| Totals::of(used, line.amount.currency()));
    html! {
        @if let Some(credit) = credit {
            p.quiet { (say!(words, "mail-row-credit")) ": " (amount_with_code(words, credit.amount())) }
        }
        @if let Some(Ok(used)) = used {
            p.quiet { (say!(words, "mail-row-used")) ": " (amount_with_code(words, used.total)) }
        }
    }
}

/// The page of a link that confirms nothing (any more): the same for one that never was.
pub fn withdraw_dead_end(words: Words, branding: &Branding) -> Markup {
    let title = say!(words, "withdraw-dead");
    let content = html! {
        div.mark { (Icon::LinkOff) }
        h1 { (title) }
        p.lead { (say!(words, "withdraw-dead-says")) }
    };
    doorway::page(words, branding, &title, content)
}
