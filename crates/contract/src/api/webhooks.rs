//! Making and changing webhook endpoints; reading them gives domain nouns.

use domain::{Endpoint, EndpointEvents};
use serde::{Deserialize, Serialize};

/// `POST /v1/webhook-endpoints`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CreateEndpoint {
    /// Where deliveries are posted; `https`, and not an address inside the server's own network.
    pub url: url::Url,
    /// What it is for.
    #[serde(default)]
    pub description: String,
    /// What it gets.
    pub events: EndpointEvents,
}

/// `PUT /v1/webhook-endpoints/{id}`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UpdateEndpoint {
    /// Where deliveries are posted.
    pub url: url::Url,
    /// What it is for.
    pub description: String,
    /// What it gets.
    pub events: EndpointEvents,
    /// Whether deliveries are sent now.
    pub enabled: bool,
}

/// A new endpoint and its signing secret, shown this once.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EndpointCreated {
    /// The endpoint.
    #[serde(flatten)]
    pub endpoint: Endpoint,
    /// `whsec_…`: what the receiver verifies signatures with.
    pub secret: String,
}

impl std::fmt::Debug for EndpointCreated {
    /// Leaves out the secret.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("EndpointCreated").field("endpoint", &self.endpoint).finish_non_exhaustive()
    }
}
