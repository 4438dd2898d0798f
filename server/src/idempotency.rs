//! `Idempotency-Key`: a POST that is sent twice has its effect once, and is answered alike both times.
//!
//! In: the header, the caller, the parsed body and what to do. Out: the answer, the first or the kept.
//! Not here: what a request does. Every POST handler under `/v1` looks like this:
//!
//! ```text
//! pub async fn create(
//!     State(app): State<App>,
//!     staff: Staff,
//!     once: Once,
//!     Json(body): Json<CreateCustomer>,
//! ) -> Result<Response, ApiError> {
//!     once.run(&app, &staff, &body, async |tx| {
//!         let customer = …;
//!         store::customers::insert_all(tx, &staff.merchant, std::slice::from_ref(&customer)).await?;
//!         store::events::append(tx, &app, &staff.merchant, staff.actor(), …).await?;
//!         Ok((StatusCode::CREATED, customer))
//!     })
//!     .await
//! }
//! ```
//!
//! [`Once::run`] begins the transaction, commits it and wakes the readers of the log, with or without a
//! key. Routes without a body pass `&()`; `StatusCode::NO_CONTENT` with `()` answers without one.
//!
//! Only what had an effect is kept: a refusal changed nothing, so the same request may be tried again.
//! Answers can hold a portal link or a signing secret, of which Portico otherwise keeps only hashes, so
//! they are sealed with a key derived from the caller's API key, which is not in the database either.

use axum::extract::{FromRequestParts, MatchedPath};
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use hmac::{Hmac, KeyInit as _, Mac as _};
use jiff::{SignedDuration, Timestamp};
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use crate::api::extract::{Staff, bearer};
use crate::app::App;
use crate::db::Tx;
use crate::error::{ApiError, AppError};
use crate::keys::hex;
use crate::store::idempotency::{self, Key};

/// How long a key is remembered.
pub const REMEMBERED: SignedDuration = SignedDuration::from_hours(24);

/// Keys taken at this instant or before count as never used.
pub fn expired(now: Timestamp) -> Timestamp {
    now.saturating_sub(REMEMBERED).unwrap_or(Timestamp::MIN)
}

/// What makes this request repeatable, if the caller sent a key.
#[derive(Debug)]
pub struct Once(Option<Request>);

#[derive(Debug)]
struct Request {
    key: String,
    /// `POST /v1/portal-links/{id}/revoke`
    route: String,
    /// `/v1/portal-links/link_…/revoke`
    path: String,
    seal: Seal,
}

impl FromRequestParts<App> for Once {
    type Rejection = ApiError;
    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, ApiError> {
        let Some(key) = parts.headers.get("idempotency-key") else { return Ok(Self(None)) };
        let fits = |key: &&str| (1..=255).contains(&key.len()) && !key.trim().is_empty();
        let key = key.to_str().ok().filter(fits).ok_or_else(|| {
            AppError::field("Idempotency-Key", "Send 1 to 255 plain characters, such as a UUID.")
        })?;
        let template = parts.extensions.get::<MatchedPath>().map_or(parts.uri.path(), MatchedPath::as_str);
        let secret = bearer(&parts.headers).ok_or(AppError::Unauthenticated)?;
        Ok(Self(Some(Request {
            key: key.to_owned(),
            route: format!("{} {template}", parts.method),
            path: parts.uri.path().to_owned(),
            seal: Seal::new(secret, key),
        })))
    }
}

impl Once {
    /// Does `effect` in one transaction and answers with what it returns, unless this request was
    /// answered before: then it is answered the same again, and nothing is done.
    ///
    /// The same request still under way elsewhere is waited for. The same key with another body, path or
    /// API key is [`AppError::IdempotencyMismatch`].
    pub async fn run<B: Serialize, T: Serialize>(
        self,
        app: &App,
        staff: &Staff,
        body: &B,
        effect: impl AsyncFnOnce(&mut Tx) -> Result<(StatusCode, T), AppError>,
    ) -> Result<Response, ApiError> {
        let mut tx = app.db.write().await?;
        let Some(request) = self.0 else {
            let (status, answer) = effect(&mut tx).await?;
            let answer = json(status, &answer)?;
            app.commit(tx).await?;
            return Ok(respond(status, answer));
        };
        let key = Key { merchant: &staff.merchant, route: &request.route, text: &request.key };
        let hash = request.hash(staff, body)?;
        let now = app.clock.now();
        if !idempotency::claim(&mut tx, key, &hash, now, expired(now)).await? {
            let kept = idempotency::find(&mut tx, key).await?.filter(|kept| kept.request_hash == hash);
            let kept = kept.ok_or(AppError::IdempotencyMismatch)?;
            let answer = request.seal.open(kept.answer).ok_or(AppError::IdempotencyMismatch)?;
            let status = StatusCode::from_u16(kept.status).map_err(|e| AppError::Internal(e.into()))?;
            return Ok(respond(status, answer));
        }
        let (status, answer) = effect(&mut tx).await?;
        let answer = json(status, &answer)?;
        let sealed = request.seal.close(answer.clone(), app.rng.bytes());
        idempotency::keep(&mut tx, key, status.as_u16(), sealed).await?;
        app.commit(tx).await?;
        Ok(respond(status, answer))
    }
}

fn json<T: Serialize>(status: StatusCode, answer: &T) -> Result<Vec<u8>, AppError> {
    if status == StatusCode::NO_CONTENT {
        return Ok(Vec::new());
    }
    serde_json::to_vec(answer).map_err(|e| AppError::Internal(e.into()))
}

fn respond(status: StatusCode, answer: Vec<u8>) -> Response {
    if answer.is_empty() {
        return status.into_response();
    }
    let json = HeaderValue::from_static("application/json");
    (status, [(header::CONTENT_TYPE, json)], answer).into_response()
}

impl Request {
    /// Tells the same request from another. The body counts as it was understood, so the order of its
    /// fields does not.
    fn hash<B: Serialize>(&self, staff: &Staff, body: &B) -> Result<String, AppError> {
        let body = serde_json::to_string(body).map_err(|e| AppError::Internal(e.into()))?;
        Ok(hex(&Sha256::digest(format!("{}\n{}\n{body}", staff.key.id, self.path))))
    }
}

/// Encrypts an answer so that only the caller's own retry can read it (ChaCha20-Poly1305).
struct Seal([u8; 32]);

impl Seal {
    fn new(secret: &str, key: &str) -> Self {
        let mut mac =
            Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("HMAC takes keys of any length");
        mac.update(b"answer to ");
        mac.update(key.as_bytes());
        Self(mac.finalize().into_bytes().into())
    }

    fn cipher(&self) -> LessSafeKey {
        LessSafeKey::new(UnboundKey::new(&CHACHA20_POLY1305, &self.0).expect("the key has 32 bytes"))
    }

    /// The nonce, then the ciphertext.
    fn close(&self, mut answer: Vec<u8>, nonce: [u8; NONCE_LEN]) -> Vec<u8> {
        let unique = Nonce::assume_unique_for_key(nonce);
        self.cipher()
            .seal_in_place_append_tag(unique, Aad::empty(), &mut answer)
            .expect("an answer is shorter than 256 GB");
        [&nonce[..], &answer[..]].concat()
    }

    fn open(&self, sealed: Vec<u8>) -> Option<Vec<u8>> {
        let (nonce, answer) = sealed.split_at_checked(NONCE_LEN)?;
        let mut answer = answer.to_vec();
        let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
        let length = self.cipher().open_in_place(nonce, Aad::empty(), &mut answer).ok()?.len();
        answer.truncate(length);
        Some(answer)
    }
}

impl std::fmt::Debug for Seal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Seal(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_same_caller_with_the_same_key_reads_a_kept_answer() {
        let sealed = Seal::new("pk_one", "key").close(b"a link".to_vec(), [7; NONCE_LEN]);
        assert!(!sealed.windows(6).any(|window| window == b"a link"));
        assert_eq!(Seal::new("pk_one", "key").open(sealed.clone()), Some(b"a link".to_vec()));
        assert_eq!(Seal::new("pk_two", "key").open(sealed.clone()), None);
        assert_eq!(Seal::new("pk_one", "other").open(sealed.clone()), None);
        assert_eq!(Seal::new("pk_one", "key").open(sealed[..4].to_vec()), None);
    }
}
