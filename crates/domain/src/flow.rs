//! Errands: a link that leads straight to one thing to do, and on to somewhere once it is done.
//!
//! In: what the merchant's app asked for, what the customer has done. Out: whether that was it.
//! Not here: the pages (`portal-view`), whether the customer may (`policy`).

use serde::{Deserialize, Serialize};
use url::Url;

use crate::{InvoiceId, PlanId, SubscriptionId};

/// One errand instead of the whole portal: where the customer lands, and where they go once it is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Flow {
    /// What is to be done.
    #[serde(flatten)]
    pub errand: Errand,
    /// Where the customer goes once it is done; they stay in the portal unless given.
    #[serde(default, skip_serializing_if = "AfterCompletion::is_portal")]
    #[cfg_attr(feature = "openapi", schema(required = false))]
    pub after_completion: AfterCompletion,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Errand {
    /// A card or bank account put on file.
    PaymentMethodUpdate {},
    /// A change of plan or seats, which the customer chooses.
    SubscriptionUpdate {
        /// Which one; it must be the customer's.
        subscription_id: SubscriptionId,
    },
    /// One certain change, straight to its preview.
    SubscriptionUpdateConfirm {
        /// Which one; it must be the customer's.
        subscription_id: SubscriptionId,
        /// The plan to change to; its own plan changes seats only.
        plan_id: PlanId,
        /// How many seats.
        seats: u32,
    },
    /// Straight to the confirmation page of a cancellation.
    SubscriptionCancel {
        /// Which one; it must be the customer's.
        subscription_id: SubscriptionId,
    },
    /// Paying one invoice, or all that are due.
    InvoicePay {
        /// Which one; it must be the customer's. All that are due unless given.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        invoice_id: Option<InvoiceId>,
    },
}

/// Where a customer goes once an errand is done.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum AfterCompletion {
    /// On in the portal, as if there had been no errand.
    #[default]
    Portal,
    /// Back to the merchant's app.
    Redirect {
        /// Where; the rules of `return_url` hold.
        return_url: Url,
    },
    /// To a page that says so, with the way back to the merchant.
    Confirmation {
        /// What it says, in the merchant's words and the customer's language; Portico's own unless given.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        message: Option<String>,
    },
}

impl AfterCompletion {
    /// Whether the customer stays in the portal.
    pub fn is_portal(&self) -> bool {
        *self == Self::Portal
    }
}

/// What a customer has just done that an errand may have been about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed<'a> {
    /// Put a payment method on file, or brought one up to date.
    MethodKept,
    /// Changed plan or seats, now or for the next period.
    Changed(&'a SubscriptionId),
    /// Ended a subscription, or set its end.
    Canceled(&'a SubscriptionId),
    /// Paid an invoice.
    Paid {
        /// Which.
        invoice: &'a InvoiceId,
        /// Whether nothing else is left to pay.
        all: bool,
    },
}

impl Errand {
    /// Whether this deed is what the errand was for.
    pub fn is_done_by(&self, deed: Deed<'_>) -> bool {
        match (self, deed) {
            (Self::PaymentMethodUpdate {}, Deed::MethodKept)
            | (Self::InvoicePay { invoice_id: None }, Deed::Paid { all: true, .. }) => true,
            (Self::InvoicePay { invoice_id: Some(wanted) }, Deed::Paid { invoice, .. }) => wanted == invoice,
            (
                Self::SubscriptionUpdate { subscription_id }
                | Self::SubscriptionUpdateConfirm { subscription_id, .. },
                Deed::Changed(id),
            )
            | (Self::SubscriptionCancel { subscription_id }, Deed::Canceled(id)) => subscription_id == id,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::NewId as _;

    fn read(json: &str) -> Result<Flow, serde_json::Error> {
        serde_json::from_str(json)
    }

    #[test]
    fn flows_kept_before_there_was_an_afterwards_still_read() {
        let id = SubscriptionId::new(Timestamp::UNIX_EPOCH, [1; 10]);
        let json = format!(r#"{{"type":"subscription_cancel","subscription_id":"{id}"}}"#);
        let flow = read(&json).expect("a flow");
        assert_eq!(flow.errand, Errand::SubscriptionCancel { subscription_id: id });
        assert!(flow.after_completion.is_portal());
        assert_eq!(serde_json::to_string(&flow).expect("JSON"), json);
    }

    #[test]
    fn what_a_flow_does_not_know_is_refused() {
        for bad in [
            r#"{"type":"subscription_cancel"}"#,
            r#"{"type":"payment_method_update","subscription_id":"x"}"#,
            r#"{"type":"invoice_pay","after_completion":{"type":"elsewhere"}}"#,
            r#"{"type":"invoice_pay","after_completion":{"type":"redirect"}}"#,
            r#"{"type":"invoice_pay","then":"portal"}"#,
            r#"{"type":"party"}"#,
        ] {
            assert!(read(bad).is_err(), "{bad}");
        }
        assert!(
            read(r#"{"type":"payment_method_update","after_completion":{"type":"confirmation"}}"#).is_ok()
        );
    }

    #[test]
    fn an_errand_is_done_by_its_own_deed_only() {
        let id = |n| SubscriptionId::new(Timestamp::UNIX_EPOCH, [n; 10]);
        let invoice = |n| InvoiceId::new(Timestamp::UNIX_EPOCH, [n; 10]);
        let first = invoice(1);
        let cancel = Errand::SubscriptionCancel { subscription_id: id(1) };
        assert!(cancel.is_done_by(Deed::Canceled(&id(1))));
        assert!(!cancel.is_done_by(Deed::Canceled(&id(2))));
        assert!(!cancel.is_done_by(Deed::Changed(&id(1))));
        let paid = |all| Deed::Paid { invoice: &first, all };
        let one = |invoice| Errand::InvoicePay { invoice_id: Some(invoice) };
        assert!(one(invoice(1)).is_done_by(paid(false)) && !one(invoice(2)).is_done_by(paid(true)));
        let all = Errand::InvoicePay { invoice_id: None };
        assert!(all.is_done_by(paid(true)) && !all.is_done_by(paid(false)), "something is left");
    }
}
