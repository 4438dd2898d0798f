//! The payment provider: who keeps numbers and moves money.
//!
//! In: a number as typed, once; later a token and a sum. Out: what may be shown of the number, and how the
//! payment went. Not here: what a payment is for.

use domain::{
    Address, CardNumber, Decline, Expiry, Iban, Instrument, MerchantId, Payment, PaymentMethod,
    PaymentStatus, Refund, SecurityCode, UsAccount,
};
use serde::{Deserialize, Serialize};

use super::sandbox;
use crate::app::App;
use crate::db::StoreError;
use crate::store::payment_methods::ProviderKey;

/// Which provider. A real one is another variant: each question below is one request to it, whose
/// idempotency key is the payment's id, and a page of its own that the customer is sent to and comes back from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Provider {
    /// Takes documented test numbers only and moves no money. For trying Portico out, and for tests.
    Sandbox,
}

/// A number on its way to the provider.
#[derive(Debug)]
pub enum Details {
    /// A card.
    Card {
        /// The number on it.
        number: CardNumber,
        /// Its end.
        expiry: Expiry,
        /// Its code.
        code: SecurityCode,
    },
    /// A bank account with an IBAN.
    Iban(Iban),
    /// A bank account in the United States.
    UsAccount(UsAccount),
}

/// A number the provider keeps: what may be shown of it, and the key to it.
#[derive(Debug, Clone)]
pub struct Kept {
    /// What may be shown.
    pub instrument: Instrument,
    /// What the provider knows it by.
    pub key: ProviderKey,
}

/// Why the provider does not take a number, in words for who typed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Refused(pub &'static str);

/// The provider could not be asked; whether it did anything is not known.
#[derive(Debug, thiserror::Error)]
pub enum ProviderError {
    /// The sandbox's books are in our own database.
    #[error("the sandbox's books cannot be read or written")]
    Sandbox(#[from] StoreError),
}

/// What the provider says about a payment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// The money came.
    Succeeded,
    /// The customer has to confirm it with their bank.
    Waiting,
    /// It did not come.
    Declined(Decline),
}

impl Provider {
    /// Hands a number over, to be kept there and nowhere else.
    pub async fn keep(self, details: &Details) -> Result<Kept, Refused> {
        match self {
            Self::Sandbox => sandbox::keep(details),
        }
    }

    /// Tells the provider a card's new end, or what its bank knows of its owner.
    pub async fn update(self, _token: &str, _holder: &str, _address: &Address) -> Result<(), ProviderError> {
        match self {
            // It goes by our own rows.
            Self::Sandbox => Ok(()),
        }
    }

    /// Collects a payment's sum, or says how that went if it was asked before.
    pub async fn charge(
        self,
        app: &App,
        merchant: &MerchantId,
        payment: &Payment,
        method: &PaymentMethod,
        token: &str,
    ) -> Result<PaymentStatus, ProviderError> {
        match self {
            Self::Sandbox => sandbox::charge(app, merchant, payment, method, token).await,
        }
    }

    /// Sends money back by the way it came, once however often it is asked: the refund's id is the key.
    pub async fn refund(
        self,
        app: &App,
        merchant: &MerchantId,
        refund: &Refund,
    ) -> Result<(), ProviderError> {
        match self {
            Self::Sandbox => sandbox::refund(app, merchant, refund).await,
        }
    }

    /// Gives up a payment the customer did not confirm; one that was confirmed just now stays so.
    pub async fn call_off(self, app: &App, payment: &Payment) -> Result<(), ProviderError> {
        match self {
            Self::Sandbox => sandbox::answer(app, &payment.id, Answer::Declined(Decline::NotConfirmed)).await,
        }
    }
}
