//! Standard Webhooks signatures, symmetric form `v1` (HMAC-SHA256).
//!
//! Specification: <https://github.com/standard-webhooks/standard-webhooks>.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use jiff::{SignedDuration, Timestamp};
use sha2::Sha256;

/// Header with the delivery's id, the same on each try.
pub const ID_HEADER: &str = "webhook-id";
/// Header with the try's time in seconds since 1970.
pub const TIMESTAMP_HEADER: &str = "webhook-timestamp";
/// Header with one or more signatures, separated by spaces.
pub const SIGNATURE_HEADER: &str = "webhook-signature";
/// A delivery signed longer ago (or ahead) than this is refused as a replay.
pub const TOLERANCE: SignedDuration = SignedDuration::from_mins(5);

const PREFIX: &str = "whsec_";

/// An endpoint's signing secret: `whsec_` and 24 to 64 bytes in base64.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Vec<u8>);

/// Why a delivery is not to be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum VerifyError {
    /// Not `whsec_` with base64 of the right length.
    #[error("this is not a signing secret; it starts with whsec_")]
    BadSecret,
    /// A header is missing or cannot be read.
    #[error("the webhook headers are missing or malformed")]
    BadHeaders,
    /// Outside [`TOLERANCE`].
    #[error("the delivery was signed too long ago, or the clocks differ")]
    BadTime,
    /// None of the signatures fits.
    #[error("no signature matches: the body was changed or the secret is another")]
    BadSignature,
}

impl Secret {
    /// A secret from random bytes.
    pub fn from_entropy(bytes: [u8; 32]) -> Self {
        Self(bytes.to_vec())
    }

    /// Reads the text form.
    pub fn parse(text: &str) -> Result<Self, VerifyError> {
        let encoded = text.strip_prefix(PREFIX).ok_or(VerifyError::BadSecret)?;
        let bytes = STANDARD.decode(encoded).map_err(|_| VerifyError::BadSecret)?;
        if (24..=64).contains(&bytes.len()) { Ok(Self(bytes)) } else { Err(VerifyError::BadSecret) }
    }

    /// The text form, to show once and to store.
    pub fn reveal(&self) -> String {
        format!("{PREFIX}{}", STANDARD.encode(&self.0))
    }

    fn mac(&self, id: &str, seconds: i64, body: &[u8]) -> Hmac<Sha256> {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).expect("HMAC takes keys of any length");
        mac.update(format!("{id}.{seconds}.").as_bytes());
        mac.update(body);
        mac
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// The value of [`SIGNATURE_HEADER`] for one try.
pub fn sign(secret: &Secret, id: &str, at: Timestamp, body: &[u8]) -> String {
    format!("v1,{}", STANDARD.encode(secret.mac(id, at.as_second(), body).finalize().into_bytes()))
}

/// Checks a delivery as a receiver does: the time is near `now` and one signature fits.
pub fn verify(
    secret: &Secret,
    id: &str,
    timestamp: &str,
    signatures: &str,
    body: &[u8],
    now: Timestamp,
) -> Result<(), VerifyError> {
    let seconds: i64 = timestamp.parse().map_err(|_| VerifyError::BadHeaders)?;
    if seconds.abs_diff(now.as_second()) > TOLERANCE.as_secs().unsigned_abs() {
        return Err(VerifyError::BadTime);
    }
    let fits = signatures
        .split(' ')
        .filter_map(|signature| STANDARD.decode(signature.strip_prefix("v1,")?).ok())
        .any(|tag| secret.mac(id, seconds, body).verify_slice(&tag).is_ok());
    if fits { Ok(()) } else { Err(VerifyError::BadSignature) }
}

#[cfg(test)]
mod tests {
    use super::*;

    // The vector published with the specification's reference libraries.
    const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    const ID: &str = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    const AT: i64 = 1_614_265_330;
    const BODY: &[u8] = br#"{"test": 2432232314}"#;
    const SIGNATURE: &str = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(seconds).expect("in range")
    }

    #[test]
    fn the_published_vector_comes_out() {
        let secret = Secret::parse(SECRET).expect("a secret");
        assert_eq!(sign(&secret, ID, at(AT), BODY), SIGNATURE);
        assert_eq!(secret.reveal(), SECRET);
    }

    #[test]
    fn what_was_touched_is_refused() {
        let secret = Secret::parse(SECRET).expect("a secret");
        let check = |id, stamp, signature, body, now| verify(&secret, id, stamp, signature, body, at(now));
        assert_eq!(check(ID, "1614265330", SIGNATURE, BODY, AT + 299), Ok(()));
        let several = format!("v1,AAAA v2,x {SIGNATURE}");
        assert_eq!(check(ID, "1614265330", &several, BODY, AT), Ok(()));
        assert_eq!(check(ID, "1614265330", SIGNATURE, BODY, AT + 301), Err(VerifyError::BadTime));
        assert_eq!(check(ID, "1614265331", SIGNATURE, BODY, AT), Err(VerifyError::BadSignature));
        assert_eq!(check("msg_other", "1614265330", SIGNATURE, BODY, AT), Err(VerifyError::BadSignature));
        assert_eq!(check(ID, "1614265330", SIGNATURE, b"{}", AT), Err(VerifyError::BadSignature));
        assert_eq!(check(ID, "soon", SIGNATURE, BODY, AT), Err(VerifyError::BadHeaders));
    }
}
