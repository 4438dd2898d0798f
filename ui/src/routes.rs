//! The console's addresses.
//!
//! In: what stands behind the `#`. Out: which page it is. Not here: what the pages look like.

use domain::CustomerId;
use yew_router::Routable;

/// A page, as written behind the `#` of the window's address.
#[derive(Debug, Clone, PartialEq, Routable)]
pub(crate) enum Route {
    #[at("/")]
    Overview,
    #[at("/customers")]
    Customers,
    /// A customer, beside the list.
    #[at("/customers/:id")]
    Customer { id: CustomerId },
    #[at("/settings")]
    Settings,
    #[at("/settings/portal")]
    Portal,
    #[at("/settings/branding")]
    Branding,
    #[at("/settings/webhooks")]
    Webhooks,
    #[at("/settings/test-clock")]
    TestClock,
    #[not_found]
    #[at("/404")]
    NotFound,
}

impl Route {
    /// The zone of the navigation it belongs to.
    pub(crate) fn zone(&self) -> Zone {
        match self {
            Self::Overview | Self::NotFound => Zone::Overview,
            Self::Customers | Self::Customer { .. } => Zone::Customers,
            Self::Settings | Self::Portal | Self::Branding | Self::Webhooks | Self::TestClock => {
                Zone::Settings
            }
        }
    }
}

/// An entry of the navigation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Zone {
    Overview,
    Customers,
    Settings,
}
