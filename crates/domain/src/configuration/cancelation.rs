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
    /// [`UsualReason::ALL`], which the portal says in the customer's language.
    pub reasons: Option<Vec<String>>,
    /// Whether they may add a few words of their own.
    pub ask_comment: bool,
    /// What they may do instead, shown before the question. It stands in nobody's way.
    pub offer: Option<RetentionOffer>,
}

/// Portico's own reasons to leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each says what `as_str` says")]
pub enum UsualReason {
    Cost,
    NoNeed,
    Switching,
    Missing,
    Unexpected,
    Other,
}

impl UsualReason {
    /// All, in the order they are asked in.
    pub const ALL: [Self; 6] =
        [Self::Cost, Self::NoNeed, Self::Switching, Self::Missing, Self::Unexpected, Self::Other];

    /// As it is kept and as staff read it, whatever language the customer picked it in.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Cost => "It costs too much",
            Self::NoNeed => "I no longer need it",
            Self::Switching => "I am switching to something else",
            Self::Missing => "Something I need is missing",
            Self::Unexpected => "It did not work as expected",
            Self::Other => "Another reason",
        }
    }
}

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
        let usual = self.reasons.is_none().then_some(UsualReason::ALL).into_iter().flatten();
        usual.map(|usual| -> &str { usual.as_str() }).chain(self.reasons.iter().flatten().map(String::as_str))
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
