//! E-mail addresses.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Why a text is not an address mail can be sent to.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not an e-mail address, such as billing@acme.example")]
pub struct EmailError(String);

/// An address as mail servers accept it (RFC 5321), without display name, quotes or comments.
///
/// Control characters and spaces cannot occur, so an address is safe in a header.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Email(String);

impl Email {
    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Email {
    type Err = EmailError;
    fn from_str(text: &str) -> Result<Self, EmailError> {
        let error = || EmailError(text.chars().take(64).collect());
        let (local, host) = text.rsplit_once('@').ok_or_else(error)?;
        let atom = |c: char| c.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c);
        let dots = |part: &str| part.split('.').all(|label| !label.is_empty());
        let label = |c: char| c.is_alphanumeric() || c == '-' || c == '.';
        let hyphens = host.split('.').all(|l| !l.starts_with('-') && !l.ends_with('-'));
        let well_formed = local.len() <= 64
            && text.len() <= 254
            && local.chars().all(atom)
            && dots(local)
            && host.chars().all(label)
            && dots(host)
            && hyphens
            && host.contains('.');
        if well_formed { Ok(Self(text.to_owned())) } else { Err(error()) }
    }
}
impl TryFrom<String> for Email {
    type Error = EmailError;
    fn try_from(text: String) -> Result<Self, EmailError> {
        text.parse()
    }
}
impl From<Email> for String {
    fn from(email: Email) -> Self {
        email.0
    }
}
impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
impl fmt::Debug for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_checked() {
        for good in ["a@b.co", "luís@embraer.com.br", "first.last+tag@sub.example.org"] {
            assert!(good.parse::<Email>().is_ok(), "{good}");
        }
        for bad in
            ["", "a", "a@b", "@b.co", "a b@c.de", "a@b..co", "a\r\nBcc: x@y.z@b.co", "a@-b.co", "<a@b.co>"]
        {
            assert!(bad.parse::<Email>().is_err(), "{bad:?}");
        }
    }
}
