//! Pages that were made before and are still right.
//!
//! In: requests for pages of a visit. Out: the page as it was last made, if nothing happened since.
//! Not here: what is on a page. Never stale: every answer from here is checked against the newest
//! sequence of the merchant's log, read after the request came, so that a second server, an import
//! on the command line or another tab is noticed at once. What the log does not tell, such as usage,
//! is checked against the last commit of anybody, where the database shows that without a query.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use domain::MerchantId;
use futures::FutureExt as _;
use futures::future::{BoxFuture, Shared};
use jiff::Timestamp;
use portal_view::routes;

use super::cookie;
use super::language::Browser;
use crate::app::App;
use crate::db::Mark;
use crate::store::merchants;
use crate::{keys, trace};

/// Marks an answer that may be given again, and says until when.
#[derive(Debug, Clone)]
pub(super) struct Cacheable {
    /// What it was made from.
    pub(super) basis: Basis,
    /// When it was made.
    pub(super) since: Timestamp,
    /// When it stops being right even if nothing happens.
    pub(super) until: Timestamp,
}

/// What a page was made from, as it was before the page's data was read.
#[derive(Debug, Clone)]
pub(super) enum Basis {
    /// What a merchant's log tells, up to this sequence.
    Log(MerchantId, i64),
    /// Anything in the database.
    Everything(Mark),
}

/// The pages of all visits to this server, at most twice [`GENERATION`] bytes of them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Pages(Arc<Shelves>);

#[derive(Debug, Default)]
struct Shelves {
    generations: Mutex<Generations>,
    sequences: Mutex<HashMap<MerchantId, Arc<Sequence>>>,
}

/// What was asked for since the last change of generations, and what was asked for before that.
#[derive(Debug, Default)]
struct Generations {
    young: HashMap<String, Arc<Made>>,
    old: HashMap<String, Arc<Made>>,
    young_bytes: usize,
}

#[derive(Debug)]
struct Made {
    terms: Cacheable,
    route: Arc<str>,
    headers: HeaderMap,
    body: Bytes,
}

/// Where the answer to a request is kept: a page belongs to a session, known by the hash of its secret, and
/// an address.
#[derive(Debug, Clone)]
pub(super) struct Place(String);

impl Place {
    fn of(app: &App, request: &Request) -> Option<Self> {
        let address = request.uri().path_and_query()?;
        if request.method() != Method::GET || !address.path().starts_with(routes::HOME) {
            return None;
        }
        let secret = cookie::read(request.headers(), cookie::Name::Session, &app.public_url)?;
        let browser = Browser::of(request.headers(), app).key();
        Some(Self(format!("{} {browser} {address}", keys::hash(secret))))
    }
}

/// Answers with a page as it was made before, else lets it be made. Stands before all else, because
/// finding the handler, and readying the log for what it may say, takes longer than all of this.
pub(crate) async fn layer(
    State((app, pages)): State<(App, Pages)>,
    mut request: Request,
    next: Next,
) -> Response {
    let Some(place) = Place::of(&app, &request) else { return next.run(request).await };
    if let Some(made) = pages.again(&app, &place).await {
        return trace::at_once(&app, request.headers(), &made.route, made.answer());
    }
    request.extensions_mut().insert(place);
    next.run(request).await
}

/// How many bytes of pages make a generation: some thousand pages.
const GENERATION: usize = 16 << 20;

/// Larger pages are made anew each time.
const LARGEST: usize = 256 << 10;

impl Made {
    async fn is_right(&self, app: &App, pages: &Pages) -> bool {
        let now = app.clock.now();
        // Moving the clock back brings no page back from the future.
        let in_time = self.terms.since <= now && now < self.terms.until;
        // Where the log cannot be read, the page is made, and its maker says what is wrong.
        in_time
            && match &self.terms.basis {
                Basis::Log(merchant, sequence) => pages.sequence(app, merchant).await == Some(*sequence),
                Basis::Everything(mark) => app.db.mark() == Some(*mark),
            }
    }

    fn answer(&self) -> Response {
        (StatusCode::OK, self.headers.clone(), self.body.clone()).into_response()
    }
}

impl Pages {
    /// The page as it was made before, if it is still right.
    async fn again(&self, app: &App, place: &Place) -> Option<Arc<Made>> {
        let made = self.find(&place.0)?;
        made.is_right(app, self).await.then_some(made)
    }

    fn find(&self, key: &str) -> Option<Arc<Made>> {
        let mut generations = self.0.generations.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(made) = generations.young.get(key) {
            return Some(made.clone());
        }
        let (key, made) = generations.old.remove_entry(key)?;
        generations.insert(key, made.clone());
        Some(made)
    }

    /// Keeps a whole answer, headers and all, if it is a page that may be given again.
    pub(super) async fn keep(&self, place: Place, route: MatchedPath, response: Response) -> Response {
        let Some(terms) = response.extensions().get::<Cacheable>().cloned() else { return response };
        let (parts, body) = response.into_parts();
        // Pages are made whole, in memory; a body that breaks off is one of a client long gone.
        let Ok(body) = to_bytes(body, usize::MAX).await else {
            return Response::from_parts(parts, Body::empty());
        };
        if parts.status == StatusCode::OK && body.len() <= LARGEST {
            let made = Made {
                terms,
                route: route.as_str().into(),
                headers: parts.headers.clone(),
                body: body.clone(),
            };
            self.0.generations.lock().unwrap_or_else(PoisonError::into_inner).insert(place.0, Arc::new(made));
        }
        Response::from_parts(parts, Body::from(body))
    }

    async fn sequence(&self, app: &App, merchant: &MerchantId) -> Option<i64> {
        let sequence = {
            let mut sequences = self.0.sequences.lock().unwrap_or_else(PoisonError::into_inner);
            sequences.entry(merchant.clone()).or_default().clone()
        };
        match sequence.known(app) {
            Some(known) => Some(known),
            None => sequence.next(app, merchant).await,
        }
    }
}

impl Generations {
    fn insert(&mut self, key: String, made: Arc<Made>) {
        self.young_bytes += key.len() + made.body.len();
        self.young.insert(key, made);
        if self.young_bytes > GENERATION {
            self.old = std::mem::take(&mut self.young);
            self.young_bytes = 0;
        }
    }
}

/// The newest sequence of a merchant's log, read once for all who asked before that read began.
///
/// Whoever comes while a read is under way takes part in the next: so nobody is told of a past that
/// ended before they asked, and a crowd costs one read at a time.
#[derive(Debug, Default)]
struct Sequence {
    /// What the latest read found, and a state of the database at which that was still so.
    known: Mutex<Option<(Mark, i64)>>,
    next: Mutex<Option<NextRead>>,
    turn: tokio::sync::Mutex<()>,
}

/// A read that has not begun; nothing if it fails.
type NextRead = Shared<BoxFuture<'static, Option<i64>>>;

impl Sequence {
    /// The newest, if nobody has committed anything since it was read.
    fn known(&self, app: &App) -> Option<i64> {
        let mark = app.db.mark()?;
        let known = *self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.filter(|(then, _)| *then == mark).map(|(_, sequence)| sequence)
    }

    fn next(self: Arc<Self>, app: &App, merchant: &MerchantId) -> NextRead {
        let mut next = self.next.lock().unwrap_or_else(PoisonError::into_inner);
        let read = || self.clone().read(app.clone(), merchant.clone()).boxed().shared();
        next.get_or_insert_with(read).clone()
    }

    async fn read(self: Arc<Self>, app: App, merchant: MerchantId) -> Option<i64> {
        let _turn = self.turn.lock().await;
        // Those who are about to ask may still come on board.
        tokio::task::yield_now().await;
        self.next.lock().unwrap_or_else(PoisonError::into_inner).take();
        // Marked before it is read: a commit in between makes the mark old, never the figure.
        let mark = app.db.mark();
        let sequence = merchants::sequence(&mut app.db.read().await.ok()?, &merchant).await.ok()?;
        *self.known.lock().unwrap_or_else(PoisonError::into_inner) = mark.map(|mark| (mark, sequence));
        Some(sequence)
    }
}

#[cfg(test)]
mod tests {
    use domain::NewId as _;

    use super::*;

    fn made(bytes: usize) -> Arc<Made> {
        let merchant = MerchantId::new(Timestamp::UNIX_EPOCH, [0; 10]);
        let basis = Basis::Log(merchant, 1);
        let terms = Cacheable { basis, since: Timestamp::MIN, until: Timestamp::MAX };
        Arc::new(Made {
            terms,
            route: "/portal".into(),
            headers: HeaderMap::new(),
            body: Bytes::from(vec![0; bytes]),
        })
    }

    #[test]
    fn memory_is_bounded_and_what_is_asked_for_stays() {
        let pages = Pages::default();
        let insert = |key: usize| {
            pages.0.generations.lock().expect("not poisoned").insert(key.to_string(), made(LARGEST));
        };
        insert(0);
        for key in 1..1000 {
            insert(key);
            assert!(pages.find("0").is_some(), "asked for all the time");
        }
        let generations = pages.0.generations.lock().expect("not poisoned");
        let kept = generations.young.len() + generations.old.len();
        assert!(kept * LARGEST <= 2 * (GENERATION + LARGEST), "{kept} pages");
        assert!(!generations.young.contains_key("1") && !generations.old.contains_key("1"));
    }
}
