//! Every act there is, as a table: the API answers with it, the console prints it, and a test holds page,
//! form and answer against each other for all of it. An act that is not here does not exist.

use serde::{Deserialize, Serialize};

use super::{Policy, Verdict};
use crate::billing::Direction;
use crate::{BillingField, CancelAt, Feature, Invoice, PaymentMethod, Plan, Subscription};

macro_rules! define_acts {
    ($($(#[doc = $doc:expr])* $name:ident { $($(#[doc = $act_doc:expr])* $act:ident = $title:literal,)* })*) => {$(
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        pub enum $name {
            $($(#[doc = $act_doc])* $act,)*
        }

        impl $name {
            /// All of them, in the order they are told in.
            pub const ALL: &'static [Self] = &[$(Self::$act),*];

            /// What the customer would do, for staff.
            pub fn title(self) -> &'static str {
                match self { $(Self::$act => $title,)* }
            }
        }
    )*};
}

define_acts! {
    /// What a customer may do with their account.
    AccountAct {
        /// See invoices, and pay them.
        ViewInvoices = "See invoices",
        /// Have them as PDF.
        DownloadPdfs = "Download invoices as PDF",
        /// See plans and dates.
        ViewSubscriptions = "See their plan",
        /// See metered usage.
        ViewUsage = "See their usage",
        /// See cards and bank accounts on file, and add a card.
        AddCard = "Add a card",
        /// Add a bank account.
        AddBankAccount = "Add a bank account",
        /// See what invoices are made out to.
        ViewBillingDetails = "See their billing details",
        /// Correct the name.
        EditName = "Correct their name",
        /// Change the e-mail address.
        EditEmail = "Change their e-mail address",
        /// Correct the postal address.
        EditAddress = "Correct their address",
        /// Change tax registrations.
        EditTaxIds = "Change their tax numbers",
        /// Declare, without a session, that a subscription is to end.
        DeclareCancelation = "Cancel without a link",
    }
    /// What a customer may do with one subscription.
    SubscriptionAct {
        /// To a dearer plan, or more seats.
        Upgrade = "Upgrade",
        /// To a cheaper plan, or fewer seats.
        Downgrade = "Downgrade",
        /// More or fewer seats of the plan they have.
        ChangeSeats = "Add or remove seats",
        /// Take back a change that waits.
        UndoChange = "Take back the change that waits",
        /// End it when the paid period does.
        CancelAtPeriodEnd = "Cancel at the end of the period",
        /// End it at once.
        CancelNow = "Cancel at once",
        /// Take back an end that is set.
        UndoCancel = "Keep it after all",
    }
    /// What a customer may do with one card or bank account.
    MethodAct {
        /// Bring its end, its name and its address up to date.
        Update = "Bring it up to date",
        /// Have invoices charged to it.
        MakeDefault = "Make it the default",
        /// Take it off file.
        Remove = "Remove it",
    }
    /// What a customer may do with one invoice.
    InvoiceAct {
        /// Pay what is left on it.
        Pay = "Pay it",
    }
}

impl Policy<'_> {
    /// May they do this with their account?
    pub fn account(&self, act: AccountAct) -> Verdict {
        match act {
            AccountAct::ViewInvoices => self.view(Feature::ViewInvoices),
            AccountAct::DownloadPdfs => self.view(Feature::DownloadPdfs),
            AccountAct::ViewSubscriptions => self.view(Feature::ViewSubscription),
            AccountAct::ViewUsage => self.view(Feature::ViewUsage),
            AccountAct::AddCard => self.add_card(),
            AccountAct::AddBankAccount => self.add_bank_account(),
            AccountAct::ViewBillingDetails => self.view_billing_details(),
            AccountAct::EditName => self.edit(BillingField::Name),
            AccountAct::EditEmail => self.edit(BillingField::Email),
            AccountAct::EditAddress => self.edit(BillingField::Address),
            AccountAct::EditTaxIds => self.edit(BillingField::TaxIds),
            AccountAct::DeclareCancelation => self.declare_cancelation(),
        }
    }

    /// May they do this with a subscription of theirs? `plan` is the one they have.
    pub fn subscription(
        &self,
        act: SubscriptionAct,
        subscription: &Subscription,
        plan: Option<&Plan>,
    ) -> Verdict {
        let ends =
            |when| self.cancel(subscription, plan.is_some_and(|plan| plan.self_serve_cancelation), when);
        match act {
            SubscriptionAct::Upgrade => self.change(subscription, plan, Direction::Upgrade),
            SubscriptionAct::Downgrade => self.change(subscription, plan, Direction::Downgrade),
            SubscriptionAct::ChangeSeats => self.change_seats(subscription, plan),
            SubscriptionAct::UndoChange => self.undo_change(subscription),
            SubscriptionAct::CancelAtPeriodEnd => ends(CancelAt::PeriodEnd),
            SubscriptionAct::CancelNow => ends(CancelAt::Now),
            SubscriptionAct::UndoCancel => self.undo_cancel(subscription),
        }
    }

    /// May they do this with one of the `on_file` payment methods? `running` says whether any subscription runs.
    pub fn method(&self, act: MethodAct, method: &PaymentMethod, on_file: usize, running: bool) -> Verdict {
        match act {
            MethodAct::Update => self.update_method(),
            MethodAct::MakeDefault => self.make_default(method),
            MethodAct::Remove => self.remove_method(method, on_file, running),
        }
    }

    /// May they do this with one of their invoices?
    pub fn invoice(&self, act: InvoiceAct, invoice: &Invoice, methods: &[PaymentMethod]) -> Verdict {
        match act {
            InvoiceAct::Pay => self.pay(invoice, methods),
        }
    }
}
