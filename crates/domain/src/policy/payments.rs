//! Payment methods and payments.

use super::{Policy, Reason, Verdict, verdict};
use crate::{Feature, Invoice, PaymentMethod};

impl Policy<'_> {
    /// May they put a card on file?
    pub fn add_card(&self) -> Verdict {
        self.view(Feature::UpdatePayment)
    }

    /// May they put a bank account on file?
    pub fn add_bank_account(&self) -> Verdict {
        let reasons = self.view(Feature::UpdatePayment).err().unwrap_or_default();
        let off = !self.configuration.self_serve.allow_bank_accounts;
        verdict(reasons.into_iter().map(Some).chain([off.then_some(Reason::BankAccountsNotAllowed)]))
    }

    /// May they bring one up to date?
    pub fn update_method(&self) -> Verdict {
        self.view(Feature::UpdatePayment)
    }

    /// May they have invoices charged to it from now on?
    pub fn make_default(&self, method: &PaymentMethod) -> Verdict {
        let reasons = self.view(Feature::UpdatePayment).err().unwrap_or_default();
        verdict(reasons.into_iter().map(Some).chain([method.is_default.then_some(Reason::AlreadyDefault)]))
    }

    /// May they take it off file? `on_file` counts all their payment methods, this one included; `running` says
    /// whether any subscription of theirs runs.
    ///
    /// Making another the default and removing are separate acts, so that nobody finds their renewal charged
    /// to a card they did not choose.
    pub fn remove_method(&self, method: &PaymentMethod, on_file: usize, running: bool) -> Verdict {
        let reasons = self.view(Feature::UpdatePayment).err().unwrap_or_default();
        let last = (on_file <= 1 && running).then_some(Reason::LastPaymentMethod);
        let chosen = (on_file > 1 && method.is_default).then_some(Reason::DefaultPaymentMethod);
        verdict(reasons.into_iter().map(Some).chain([last, chosen]))
    }

    /// May they pay this invoice? Where invoices can be seen they can be paid, whatever else is switched off.
    pub fn pay(&self, invoice: &Invoice, methods: &[PaymentMethod]) -> Verdict {
        let reasons = self.view(Feature::ViewInvoices).err().unwrap_or_default();
        let due = invoice.amount_due();
        let settled = due.is_zero() || due.is_negative();
        verdict(reasons.into_iter().map(Some).chain([
            settled.then_some(Reason::NothingDue),
            methods.is_empty().then_some(Reason::NoPaymentMethod),
        ]))
    }
}
