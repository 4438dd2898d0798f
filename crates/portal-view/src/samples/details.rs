//! The sample account's billing details, and a new e-mail address on its way.

use domain::{Branding, Email, TaxIdError};
use maud::Markup;
use words::Words;

use super::SampleAccount;
use super::pages::signed_in;
use crate::{
    BillingDetailsView, Correctable, DetailFault, EmailConfirmView, Notice, billing_details, email_confirm,
    email_confirmed,
};

const ALL: Correctable = Correctable { name: true, email: true, address: true, tax_ids: true };
const NONE: Correctable = Correctable { name: false, email: false, address: false, tax_ids: false };

pub(super) fn new_address() -> Email {
    "rechnungen@northwind.example".parse().expect("the sample's own address")
}

fn page_of(
    words: Words,
    branding: &Branding,
    may: Correctable,
    notice: Option<Notice>,
    change: impl FnOnce(&mut BillingDetailsView),
) -> Markup {
    let account = SampleAccount::default();
    let mut view = BillingDetailsView::new(&account.customer, may, None);
    change(&mut view);
    signed_in(words, branding, &account, notice, |chrome, _| billing_details(chrome, &view))
}

pub(super) fn page(words: Words, branding: &Branding) -> Markup {
    page_of(words, branding, ALL, Some(Notice::DetailsSaved), |_| {})
}

pub(super) fn waiting(words: Words, branding: &Branding) -> Markup {
    page_of(words, branding, ALL, None, |view| view.waiting = Some(new_address()))
}

pub(super) fn invalid(words: Words, branding: &Branding) -> Markup {
    let faults = [
        ("email", DetailFault::Email),
        ("city", DetailFault::Missing),
        ("country", DetailFault::Missing),
        ("tax_value_1", DetailFault::TaxId(TaxIdError::Checksum)),
    ];
    page_of(words, branding, ALL, None, |view| {
        view.filled.faults =
            faults.map(|(field, fault)| (field.to_owned(), fault.sentence(words))).into_iter().collect();
    })
}

pub(super) fn locked(words: Words, branding: &Branding) -> Markup {
    page_of(words, branding, NONE, None, |_| {})
}

pub(super) fn confirm(words: Words, branding: &Branding) -> Markup {
    let email = new_address();
    let view = EmailConfirmView { token: "0ld7okenFromThePreview", nonce: "preview", email: &email };
    email_confirm(words, branding, &view)
}

pub(super) fn confirmed(words: Words, branding: &Branding) -> Markup {
    email_confirmed(words, branding, &new_address())
}
