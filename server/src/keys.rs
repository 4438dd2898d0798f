//! Secrets that are shown once and kept as a hash: API keys, link tokens, session cookies.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::{ApiKey, MerchantId, Role};
use sha2::{Digest as _, Sha256};

use crate::app::App;
use crate::db::{StoreError, Tx};
use crate::store::api_keys;

/// A new secret: the prefix and 256 random bits.
pub fn new_secret(app: &App, prefix: &str) -> String {
    format!("{prefix}{}", URL_SAFE_NO_PAD.encode(app.rng.bytes::<32>()))
}

/// What is kept of a secret: SHA-256 in hex. The secrets are 256 random bits, so a fast hash is enough.
pub fn hash(secret: &str) -> String {
    hex(&Sha256::digest(secret))
}

/// Bytes as lower-case hex.
pub fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from(b"0123456789abcdef"[usize::from(half)]);
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 0xf)]).collect()
}

/// Makes an API key and returns its secret, which nothing can show again.
pub async fn create(
    tx: &mut Tx,
    app: &App,
    merchant: &MerchantId,
    role: Role,
    name: String,
) -> Result<String, StoreError> {
    let secret = new_secret(app, "pk_");
    let key = ApiKey { id: app.new_id(), name, role, created_at: app.clock.now(), revoked_at: None };
    api_keys::insert(tx, merchant, &key, &hash(&secret)).await?;
    Ok(secret)
}
