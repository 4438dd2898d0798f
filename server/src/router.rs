//! Everything the server answers, on one page.

use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use tower_http::catch_panic::CatchPanicLayer;
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::api;
use crate::app::App;
use crate::health;

/// The API's document, before the routes add themselves.
#[derive(OpenApi)]
#[openapi(info(
    title = "Portico",
    description = "Create portal sessions, read and write customers, listen to webhooks."
))]
struct Document;

fn api() -> OpenApiRouter<App> {
    OpenApiRouter::with_openapi(Document::openapi()).routes(routes!(api::account::get))
}

/// The whole server as one service.
pub fn router(app: App) -> Router {
    let (api, _document) = api().split_for_parts();
    Router::new()
        .route("/livez", get(StatusCode::OK))
        .route("/readyz", get(health::ready))
        .merge(api)
        .layer(CatchPanicLayer::new())
        .with_state(app)
}
