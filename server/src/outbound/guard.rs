//! Where Portico may send, and where not: merchants name the addresses, and must not reach the inside.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use ipnet::IpNet;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use url::{Host, Url};

use super::Dns;
use super::address::reserved_for;

/// Why an address is not sent to. A sentence for whoever set the address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Neither `https` nor `http`, or no host.
    #[error("Use an https address, such as https://app.example.com/webhooks.")]
    NotHttp,
    /// `http` to somewhere the operator did not allow.
    #[error(
        "Use https: what is sent holds your customers' data, and http would show it to everyone on the way."
    )]
    ClearText,
    /// Sign-in data in the address.
    #[error("Leave user name and password out of the address; check the signature of what arrives instead.")]
    Credentials,
    /// The name has no address.
    #[error("The name {0} has no address. Check its spelling and its DNS entry.")]
    Unknown(String),
    /// An address that is not of the public internet.
    #[error(
        "{address} belongs to {whose}, where Portico does not send. Use an address on the internet; the operator can allow networks with `webhooks.allow_networks`."
    )]
    Inside {
        /// Which address.
        address: IpAddr,
        /// Whom it belongs to.
        whose: &'static str,
    },
}

/// Decides by address, and looks addresses up.
#[derive(Debug, Clone)]
pub(super) struct Guard {
    pub(super) dns: Dns,
    pub(super) allowed: Arc<[IpNet]>,
}

/// Whether what is sent is encrypted on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scheme {
    Https,
    Http,
}

impl Scheme {
    pub(super) fn of(url: &Url) -> Result<Self, Refused> {
        match url.scheme() {
            "https" => Ok(Self::Https),
            "http" => Ok(Self::Http),
            _ => Err(Refused::NotHttp),
        }
    }
}

impl Guard {
    fn check(&self, scheme: Scheme, address: IpAddr) -> Result<(), Refused> {
        if self.allowed.iter().any(|net| net.contains(&address)) {
            return Ok(());
        }
        match (reserved_for(address), scheme) {
            (Some(whose), _) => Err(Refused::Inside { address, whose }),
            (None, Scheme::Http) => Err(Refused::ClearText),
            (None, Scheme::Https) => Ok(()),
        }
    }

    /// All addresses of a name, if every one of them may be sent to: of several, any could be picked.
    async fn resolve(&self, scheme: Scheme, host: &str) -> Result<Vec<IpAddr>, Refused> {
        let found = self.dns.addresses(host).await;
        if found.is_empty() {
            return Err(Refused::Unknown(host.to_owned()));
        }
        found.iter().try_for_each(|address| self.check(scheme, *address))?;
        Ok(found)
    }

    /// Checks an address that needs no name server. Others are checked when they are resolved.
    pub(super) fn check_literal(&self, url: &Url) -> Result<(), Refused> {
        let scheme = Scheme::of(url)?;
        match url.host() {
            Some(Host::Ipv4(address)) => self.check(scheme, address.into()),
            Some(Host::Ipv6(address)) => self.check(scheme, address.into()),
            Some(Host::Domain(_)) => Ok(()),
            None => Err(Refused::NotHttp),
        }
    }

    /// Checks an address as a merchant enters it.
    pub(super) async fn check_url(&self, url: &Url) -> Result<(), Refused> {
        if !url.username().is_empty() || url.password().is_some() {
            return Err(Refused::Credentials);
        }
        self.check_literal(url)?;
        match url.host() {
            Some(Host::Domain(name)) => self.resolve(Scheme::of(url)?, name).await.map(drop),
            _ => Ok(()),
        }
    }
}

/// What the HTTP client asks for addresses, so that it connects to exactly those that were checked: a
/// name that was checked earlier could lead elsewhere by now.
#[derive(Debug)]
pub(super) struct CheckedNames {
    pub(super) guard: Guard,
    pub(super) scheme: Scheme,
}

impl Resolve for CheckedNames {
    fn resolve(&self, name: Name) -> Resolving {
        let (guard, scheme) = (self.guard.clone(), self.scheme);
        Box::pin(async move {
            let found = guard.resolve(scheme, name.as_str()).await?;
            // Port 0 stands for the one in the address.
            Ok(Box::new(found.into_iter().map(|address| SocketAddr::new(address, 0))) as Addrs)
        })
    }
}
