//! Which addresses are of the public internet.

use std::net::{IpAddr, Ipv6Addr};
use std::sync::LazyLock;

use ipnet::{IpNet, Ipv6Net};

/// Ranges nobody's public server lives in: IANA's special-purpose registries, and one cloud's host.
const RESERVED: [(&str, &str); 24] = [
    ("0.0.0.0/8", "this host"),
    ("10.0.0.0/8", "a private network"),
    ("100.64.0.0/10", "a carrier's own network"),
    ("127.0.0.0/8", "this host"),
    ("168.63.129.16/32", "a cloud's own services"),
    ("169.254.0.0/16", "the local link, where clouds keep their secrets"),
    ("172.16.0.0/12", "a private network"),
    ("192.0.0.0/24", "a protocol's own network"),
    ("192.0.2.0/24", "documentation"),
    ("192.88.99.0/24", "a 6to4 relay"),
    ("192.168.0.0/16", "a private network"),
    ("198.18.0.0/15", "benchmarks"),
    ("198.51.100.0/24", "documentation"),
    ("203.0.113.0/24", "documentation"),
    ("224.0.0.0/4", "multicast"),
    ("240.0.0.0/4", "nobody"),
    // Teredo, benchmarks, ORCHID and other protocols' own addresses.
    ("2001::/23", "a protocol's own network"),
    ("2001:db8::/32", "documentation"),
    ("2002::/16", "a 6to4 tunnel"),
    ("3fff::/20", "documentation"),
    // What follows lies outside of global unicast and is listed only to be named well.
    ("64:ff9b::/32", "a NAT64 translator"),
    ("::ffff:0:0/96", "an IPv4 address in disguise"),
    ("fc00::/7", "a private network"),
    ("fe80::/10", "the local link"),
];

static TABLE: LazyLock<Vec<(IpNet, &str)>> = LazyLock::new(|| {
    RESERVED.iter().map(|(net, whose)| (net.parse().expect("written as a network"), *whose)).collect()
});

/// The only IPv6 addresses that are given out to hosts on the internet.
const GLOBAL_UNICAST: Ipv6Net = Ipv6Net::new_assert(Ipv6Addr::new(0x2000, 0, 0, 0, 0, 0, 0, 0), 3);

/// Whom an address belongs to that is not of the public internet; `None` for one that is.
pub(super) fn reserved_for(address: IpAddr) -> Option<&'static str> {
    let listed = TABLE.iter().find(|(net, _)| net.contains(&address)).map(|(_, whose)| *whose);
    listed.or(match address {
        IpAddr::V6(address) if address.is_loopback() || address.is_unspecified() => Some("this host"),
        IpAddr::V6(address) if !GLOBAL_UNICAST.contains(&address) => Some("nobody on the internet"),
        IpAddr::V4(_) | IpAddr::V6(_) => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first and last address of each range others have been caught with, and what lies beside them.
    #[test]
    fn only_the_public_internet_is_public() {
        let inside = "
            0.0.0.0 0.255.255.255 10.0.0.0 10.255.255.255 100.64.0.0 100.127.255.255 100.100.100.200
            127.0.0.1 127.255.255.255 168.63.129.16 169.254.0.0 169.254.169.254 169.254.255.255
            172.16.0.0 172.31.255.255 192.0.0.0 192.0.0.192 192.0.0.255 192.0.2.1 192.88.99.1
            192.168.0.0 192.168.255.255 198.18.0.0 198.19.255.255 198.51.100.7 203.0.113.7
            224.0.0.1 239.255.255.255 240.0.0.0 255.255.255.255
            :: ::1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:8.8.8.8 ::ffff:0:7f00:1
            64:ff9b::a00:1 64:ff9b::7f00:1 64:ff9b:1::1 100::1 2001::1 2001:0:4136:e378:8000:63bf:3fff:fdd2
            2001:2::1 2001:10::1 2001:20::1 2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff
            2001:db8::1 2002:7f00:1::1 2002:a00:1:: 3fff::1 3fff:fff:ffff::1 4000::1 5f00::1
            fc00::1 fd00:ec2::254 fdff::1 fe80::1 febf::1 fec0::1 ff02::1 ff0e::1";
        for text in inside.split_whitespace() {
            let address: IpAddr = text.parse().expect(text);
            assert!(reserved_for(address).is_some(), "{text} is not of the public internet");
        }
        let outside = "
            1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.0
            168.63.129.15 168.63.129.17 169.253.255.255 169.255.0.0 172.15.255.255 172.32.0.0 192.0.1.0
            192.167.255.255 192.169.0.0 198.17.255.255 198.20.0.0 223.255.255.255
            2001:200::1 2001:4860:4860::8888 2003::1 2606:4700:4700::1111 2a00:1450:4001::200e 3ffe::1";
        for text in outside.split_whitespace() {
            let address: IpAddr = text.parse().expect(text);
            assert_eq!(reserved_for(address), None, "{text} is of the public internet");
        }
    }
}
