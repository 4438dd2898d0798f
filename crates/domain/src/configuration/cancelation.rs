//! How customers leave: when it takes effect, what they are asked, what they are offered instead.

use serde::{Deserialize, Serialize};
use url::Url;

/// When a customer's cancellation takes effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum CancelationMode {
    /// Benefits stay until the paid period ends; the customer may change their mind until then.
    AtPeriodEnd,
    /// At once.
    Immediately,
    /// The customer chooses between the two.
    CustomerChooses,
}

/// What becomes of the time paid for when a subscription ends at once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum CreditPolicy {
    /// It is not refunded.
    #[default]
    None,
    /// The part not used is credited, by the second.
    Prorate,
}

/// What a customer who leaves is asked and offered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CancelationOptions {
    /// What becomes of the time paid for when it ends at once.
    pub credit_policy: CreditPolicy,
    /// Reasons to pick from, in the merchant's words; none at all asks nothing. Null offers
    /// [`USUAL_REASONS`], which the portal says in the customer's language.
    pub reasons: Option<Vec<String>>,
    /// Whether they may add a few words of their own.
    pub ask_comment: bool,
    /// What they may do instead, shown before the question. It stands in nobody's way.
    pub offer: Option<RetentionOffer>,
}

/// Portico's own reasons, as they are kept and as staff read them.
pub const USUAL_REASONS: [&str; 6] = [
    "It costs too much",
    "I no longer need it",
    "I am switching to something else",
    "Something I need is missing",
    "It did not work as expected",
    "Another reason",
];

impl Default for CancelationOptions {
    fn default() -> Self {
        Self { credit_policy: CreditPolicy::None, reasons: None, ask_comment: true, offer: None }
    }
}

impl CancelationOptions {
    /// Longest comment kept, in characters.
    pub const LONGEST_COMMENT: usize = 1000;

    /// The reasons a customer may pick, as they are kept; others are not accepted.
    pub fn reasons(&self) -> impl Iterator<Item = &str> {
        let usual = self.reasons.is_none().then_some(USUAL_REASONS).into_iter().flatten();
        usual.chain(self.reasons.iter().flatten().map(String::as_str))
    }
}

/// What a customer may do instead of leaving, in the merchant's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RetentionOffer {
    /// A line of at most 80 characters.
    pub title: String,
    /// A few sentences.
    pub text: String,
    /// Where it leads.
    #[serde(default)]
    pub button: Option<OfferButton>,
}

/// Where an offer leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum OfferButton {
    /// To a page of the merchant's.
    Link {
        /// What the button says.
        label: String,
        /// The page.
        url: Url,
    },
    /// To a person: the support contact, as the portal names it in the customer's language.
    Contact,
}
