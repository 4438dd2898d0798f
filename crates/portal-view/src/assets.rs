//! Files the pages load: one stylesheet, the typeface, a neutral favicon.
//!
//! In: `assets/`. Out: [`ASSETS`], for the server to serve and for the console to put into its bundle.
//! Not here: brand colours ([`crate::Theme`]) and the merchant's logo.

/// The design tokens alone: colours, spacing and type that portal and console share.
pub const TOKENS: &str = include_str!("../assets/tokens.css");

/// Everything the portal's pages are styled with, tokens included.
pub const STYLESHEET: &str =
    concat!(include_str!("../assets/tokens.css"), include_str!("../assets/portal.css"));

/// A file the pages load. Its path changes with its content, so it may be cached forever.
#[derive(Debug, Clone, Copy)]
pub struct Asset {
    /// Below the server's public address.
    pub path: &'static str,
    /// For `Content-Type`.
    pub media_type: &'static str,
    /// The content.
    pub bytes: &'static [u8],
}

const WOFF2: &str = "font/woff2";

/// All files the pages load.
pub const ASSETS: &[Asset] = &[
    Asset { path: stylesheet_path(), media_type: "text/css; charset=utf-8", bytes: STYLESHEET.as_bytes() },
    Asset {
        path: "/portal/assets/inter-5.3-latin.woff2",
        media_type: WOFF2,
        bytes: include_bytes!("../assets/inter-5.3-latin.woff2"),
    },
    Asset {
        path: "/portal/assets/inter-5.3-latin-ext.woff2",
        media_type: WOFF2,
        bytes: include_bytes!("../assets/inter-5.3-latin-ext.woff2"),
    },
    Asset {
        path: "/portal/assets/inter-5.3-cyrillic.woff2",
        media_type: WOFF2,
        bytes: include_bytes!("../assets/inter-5.3-cyrillic.woff2"),
    },
    Asset {
        path: "/portal/assets/inter-5.3-greek.woff2",
        media_type: WOFF2,
        bytes: include_bytes!("../assets/inter-5.3-greek.woff2"),
    },
    Asset { path: FAVICON_PATH, media_type: "image/svg+xml", bytes: include_bytes!("../assets/favicon.svg") },
];

/// Shown in the tab where the merchant has no logo.
pub(crate) const FAVICON_PATH: &str = "/portal/assets/favicon.1.svg";

/// Where the stylesheet is served: `/portal/assets/portal.<hash of its content>.css`.
pub const fn stylesheet_path() -> &'static str {
    match std::str::from_utf8(&STYLESHEET_PATH) {
        Ok(path) => path,
        Err(_) => panic!("the path is ASCII"),
    }
}

/// The path before its hash is filled in.
const PATTERN: &[u8; 38] = b"/portal/assets/portal.____________.css";

const STYLESHEET_PATH: [u8; 38] = {
    let (mut path, mut at) = ([0; 38], 0);
    let mut hash = fnv1a(STYLESHEET.as_bytes());
    while at < path.len() {
        path[at] = PATTERN[at];
        if path[at] == b'_' {
            path[at] = b"0123456789abcdef"[(hash >> 60) as usize];
            hash <<= 4;
        }
        at += 1;
    }
    path
};

/// FNV-1a in 64 bits: tells one version from the next, guards nothing.
const fn fnv1a(bytes: &[u8]) -> u64 {
    let (mut hash, mut at) = (0xcbf2_9ce4_8422_2325_u64, 0);
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u64).wrapping_mul(0x0100_0000_01b3);
        at += 1;
    }
    hash
}
