//! Whom a rate limit counts.

use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;

use crate::app::App;

/// The client's address, or its network where one person has many addresses.
#[derive(Debug, PartialEq, Eq)]
pub struct ClientAddress(pub String);

impl FromRequestParts<App> for ClientAddress {
    type Rejection = Infallible;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        let peer = parts.extensions.get().map(|ConnectInfo(peer): &ConnectInfo<SocketAddr>| peer.ip());
        let forwarded = parts.headers.get_all("x-forwarded-for").iter().next_back();
        let forwarded =
            forwarded.and_then(|value| value.to_str().ok()).filter(|_| app.config.server.behind_proxy);
        // The last entry is our own proxy's; those before it are whatever the client claimed.
        let forwarded = forwarded.and_then(|list| list.rsplit(',').next()?.trim().parse().ok());
        Ok(Self(network(forwarded.or(peer).unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED)))))
    }
}

/// An IPv6 subscriber is given at least a /64, so that is what counts as one.
fn network(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_in_one_ipv6_network_count_as_one() {
        let count = |address: &str| network(address.parse().expect("an address"));
        assert_eq!(count("2001:db8:1:2:3::4"), count("2001:db8:1:2:ffff::1"));
        assert_ne!(count("2001:db8:1:2::1"), count("2001:db8:1:3::1"));
        assert_eq!(count("::ffff:192.0.2.7"), "192.0.2.7");
    }
}
