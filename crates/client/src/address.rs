//! The server's address, as a person types it.

use std::fmt;
use std::str::FromStr;

use url::{Host, Url};

/// Where a server listens: `https`, or `http` on this machine, because the key travels with each request.
#[derive(Clone, PartialEq, Eq)]
pub struct ServerAddress(Url);

/// Why a text is not a server's address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// Not a web address at all.
    #[error("“{0}” is not a web address; write it like https://billing.acme.example")]
    Unreadable(String),
    /// Plain `http` to another machine.
    #[error("{0} would receive your key unencrypted; use its https address")]
    Unencrypted(String),
}

impl ServerAddress {
    /// The host, and the port where it is not the usual one: for sentences.
    pub fn host(&self) -> String {
        let host = self.0.host_str().unwrap_or_default();
        self.0.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
    }

    /// Whether the server runs on this machine.
    pub fn is_local(&self) -> bool {
        match self.0.host() {
            Some(Host::Domain(name)) => name == "localhost",
            Some(Host::Ipv4(ip)) => ip.is_loopback(),
            Some(Host::Ipv6(ip)) => ip.is_loopback(),
            None => false,
        }
    }

    /// The address of a route, given by the parts of its path.
    pub(crate) fn route(&self, path: &[&str]) -> Url {
        let mut url = self.0.clone();
        if let Ok(mut segments) = url.path_segments_mut() {
            segments.pop_if_empty().push("v1").extend(path);
        }
        url
    }
}

impl FromStr for ServerAddress {
    type Err = AddressError;
    fn from_str(text: &str) -> Result<Self, AddressError> {
        let text = text.trim();
        let unreadable = || AddressError::Unreadable(text.chars().take(80).collect());
        let read = |text: &str| Url::parse(text).map_err(|_| unreadable());
        let mut url = match text.contains("://") {
            true => read(text)?,
            // What runs on one's own machine seldom has a certificate.
            false => match Self(read(&format!("http://{text}"))?) {
                local if local.is_local() => local.0,
                _ => read(&format!("https://{text}"))?,
            },
        };
        if !matches!(url.scheme(), "http" | "https") || url.host().is_none() || !url.username().is_empty() {
            return Err(unreadable());
        }
        url.set_query(None);
        url.set_fragment(None);
        let address = Self(url);
        if address.0.scheme() == "http" && !address.is_local() {
            return Err(AddressError::Unencrypted(address.host()));
        }
        Ok(address)
    }
}

/// Without the slash at the end.
impl fmt::Display for ServerAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.as_str().trim_end_matches('/'))
    }
}

impl fmt::Debug for ServerAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_as_people_type_them() {
        for (typed, route) in [
            ("billing.acme.example", "https://billing.acme.example/v1/account"),
            (" https://acme.example/billing/ ", "https://acme.example/billing/v1/account"),
            ("http://localhost:8080", "http://localhost:8080/v1/account"),
            ("127.0.0.1:8080", "http://127.0.0.1:8080/v1/account"),
            ("http://[::1]:9/", "http://[::1]:9/v1/account"),
        ] {
            let address: ServerAddress = typed.parse().expect(typed);
            assert_eq!(address.route(&["account"]).as_str(), route);
        }
    }

    #[test]
    fn a_key_never_leaves_this_machine_unencrypted() {
        let refused = "http://billing.acme.example".parse::<ServerAddress>();
        assert_eq!(refused, Err(AddressError::Unencrypted("billing.acme.example".into())));
        for typed in ["", "ftp://acme.example", "https://", "https://key@acme.example"] {
            assert!(matches!(typed.parse::<ServerAddress>(), Err(AddressError::Unreadable(_))), "{typed}");
        }
    }
}
