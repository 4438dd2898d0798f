//! Typed identifiers: a prefix that names the noun, then a sortable random body.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;

/// Length of the part behind the prefix: a ULID, 48 bits of milliseconds and 80 random bits.
const BODY: usize = 26;
/// Crockford's base 32 in lower case: no `i l o u`, and in ASCII order, so text order is time order.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Why a text is not an identifier of the expected kind.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("an id that starts with `{prefix}` and goes on with {BODY} letters and digits was expected")]
pub struct IdError {
    prefix: &'static str,
}

/// What every identifier can do; made only by `define_id!`.
pub trait NewId: Sized {
    /// A new identifier. Ids made later sort later (to the millisecond); `entropy` must be random.
    fn new(now: Timestamp, entropy: [u8; 10]) -> Self;
}

fn body(now: Timestamp, entropy: [u8; 10]) -> String {
    let millis = u128::try_from(now.as_millisecond()).unwrap_or(0) & ((1 << 48) - 1);
    let random = entropy.iter().fold(0u128, |bits, byte| (bits << 8) | u128::from(*byte));
    let bits = (millis << 80) | random;
    (0..BODY).rev().map(|place| char::from(ALPHABET[((bits >> (place * 5)) & 31) as usize])).collect()
}

macro_rules! define_id {
    ($(#[doc = $doc:expr] $name:ident = $prefix:literal;)*) => {$(
        #[doc = $doc]
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// What every id of this kind starts with.
            pub const PREFIX: &'static str = $prefix;

            /// The whole id, prefix included.
            pub fn as_str(&self) -> &str { &self.0 }
        }
        impl NewId for $name {
            fn new(now: Timestamp, entropy: [u8; 10]) -> Self { Self(format!("{}{}", $prefix, body(now, entropy))) }
        }
        impl FromStr for $name {
            type Err = IdError;
            fn from_str(text: &str) -> Result<Self, IdError> {
                let error = IdError { prefix: $prefix };
                let body = text.strip_prefix($prefix).ok_or(error.clone())?;
                let well_formed = body.len() == BODY && body.bytes().all(|b| ALPHABET.contains(&b));
                if well_formed { Ok(Self(text.to_owned())) } else { Err(error) }
            }
        }
        impl TryFrom<String> for $name {
            type Error = IdError;
            fn try_from(text: String) -> Result<Self, IdError> { text.parse() }
        }
        impl From<$name> for String {
            fn from(id: $name) -> Self { id.0 }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.write_str(&self.0) }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.write_str(&self.0) }
        }
    )*};
}

define_id! {
    /// A merchant (tenant). One server may hold many.
    MerchantId = "mer_";
    /// An API key (not its secret).
    ApiKeyId = "key_";
    /// A customer of the merchant.
    CustomerId = "cus_";
    /// A plan customers subscribe to.
    PlanId = "plan_";
    /// A customer's subscription.
    SubscriptionId = "sub_";
    /// What a change would cost, as shown to a customer.
    QuoteId = "quo_";
    /// A meter.
    MeterId = "mtr_";
    /// One of the merchant's portal configurations.
    ConfigurationId = "conf_";
    /// An invoice.
    InvoiceId = "inv_";
    /// A single-use portal link.
    LinkId = "link_";
    /// What a redeemed link opened.
    SessionId = "ses_";
    /// An entry of the event log.
    EventId = "evt_";
    /// A mail, queued or settled.
    MailId = "mail_";
    /// A webhook endpoint of the merchant.
    EndpointId = "we_";
    /// One event on its way to one endpoint; also the `webhook-id` header.
    DeliveryId = "msg_";
    /// One try at a delivery.
    AttemptId = "atm_";
    /// A card or bank account on file.
    PaymentMethodId = "pm_";
    /// One try to collect a sum.
    PaymentId = "pay_";
    /// Money that goes back.
    RefundId = "ref_";
}

impl ConfigurationId {
    /// Of the configuration a merchant starts with.
    pub fn first_of(merchant: &MerchantId) -> Self {
        let body = merchant.as_str().trim_start_matches(MerchantId::PREFIX);
        Self(format!("{}{body}", Self::PREFIX))
    }

    /// Of a configuration that belongs to nobody yet.
    pub(crate) fn nil() -> Self {
        Self(format!("{}{}", Self::PREFIX, "0".repeat(BODY)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_sort_by_time_and_survive_text() {
        let early = CustomerId::new(Timestamp::from_second(1).expect("in range"), [255; 10]);
        let late = CustomerId::new(Timestamp::from_second(2).expect("in range"), [0; 10]);
        assert!(early < late);
        assert_eq!(early.as_str().parse(), Ok(early));
    }

    #[test]
    fn another_nouns_id_is_refused() {
        let customer = CustomerId::new(Timestamp::UNIX_EPOCH, [0; 10]);
        assert!(customer.as_str().parse::<InvoiceId>().is_err());
        assert!("cus_short".parse::<CustomerId>().is_err());
        assert!("cus_01k9zv7c5e8h2m4q6s8w0y2a4' --".parse::<CustomerId>().is_err());
    }
}
