//! A cancellation without a session, from the first step to the last.

use domain::policy::Reason;
use domain::{Branding, MerchantId};
use jiff::SignedDuration;
use maud::Markup;
use words::Words;

use super::SampleAccount;
use super::account::id;
use crate::*;

fn typed(
    step: fn(Words, &Branding, &WithdrawView<'_>) -> Markup,
    words: Words,
    branding: &Branding,
) -> Markup {
    let merchant = id::<MerchantId>(1);
    let email = "buchhaltung@northwind.example";
    step(words, branding, &WithdrawView { merchant: &merchant, email, number: "2026-0214", wrong: false })
}

pub(super) fn first(words: Words, branding: &Branding) -> Markup {
    let merchant = id::<MerchantId>(1);
    withdraw(words, branding, &WithdrawView { merchant: &merchant, email: "", number: "", wrong: false })
}

pub(super) fn wrong(words: Words, branding: &Branding) -> Markup {
    let merchant = id::<MerchantId>(1);
    withdraw(words, branding, &WithdrawView { merchant: &merchant, email: "nobody", number: "", wrong: true })
}

pub(super) fn check(words: Words, branding: &Branding) -> Markup {
    typed(withdraw_check, words, branding)
}

pub(super) fn received(words: Words, branding: &Branding) -> Markup {
    let account = SampleAccount::default();
    withdraw_received(words, branding, account.now, &account.zone)
}

fn choices(account: &SampleAccount) -> Vec<WithdrawChoice> {
    let of = account.subscriptions.iter().take(2).zip([Some(account.today), None]);
    of.map(|(subscription, ends_on)| WithdrawChoice {
        id: subscription.id.clone(),
        plan_name: subscription.plan_name.clone(),
        ends_on,
        paid_until: account.today,
        settlement: domain::billing::Settlement::default(),
    })
    .collect()
}

fn confirm_of(
    words: Words,
    branding: &Branding,
    choices: impl Fn(&SampleAccount) -> Vec<WithdrawChoice>,
) -> Markup {
    let account = SampleAccount::default();
    let at = account.now.saturating_sub(SignedDuration::from_hours(2)).unwrap_or(account.now);
    let view = WithdrawConfirmView {
        token: "0ld7okenFromThePreview",
        nonce: "preview",
        at,
        zone: &account.zone,
        reader_zone: &account.zone,
        choices: choices(&account),
        kept: vec![("Enterprise archive".to_owned(), Reason::ContractRuns)],
        unchosen: false,
        renewed: false,
    };
    withdraw_confirm(words, branding, &view)
}

pub(super) fn confirm(words: Words, branding: &Branding) -> Markup {
    confirm_of(words, branding, choices)
}

pub(super) fn nothing(words: Words, branding: &Branding) -> Markup {
    confirm_of(words, branding, |_| Vec::new())
}

pub(super) fn done(words: Words, branding: &Branding) -> Markup {
    withdraw_done(words, branding, &choices(&SampleAccount::default()))
}
