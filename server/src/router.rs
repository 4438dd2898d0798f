//! Everything the server answers, on one page.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::middleware::from_fn_with_state;
use axum::routing::{any, get, post};
use portal_view::routes as paths;
use tower_http::catch_panic::CatchPanicLayer;
use utoipa_axum::router::{OpenApiRouter, UtoipaMethodRouterExt as _};
use utoipa_axum::routes;

use crate::app::App;
use crate::portal::cache::Pages;
use crate::{api, health, portal, trace};

/// The largest body read, except a logo's.
const MOST_BYTES: usize = 1024 * 1024;

fn api() -> OpenApiRouter<App> {
    let logo = routes!(api::settings::get_logo, api::settings::put_logo, api::settings::delete_logo);
    let usage_events = routes!(api::usage::record);
    OpenApiRouter::with_openapi(api::document::beginning())
        .routes(routes!(api::customers::list, api::customers::create))
        .routes(routes!(api::customers::get, api::customers::update))
        .routes(routes!(api::customers::get_by_external_id))
        .routes(routes!(api::capabilities::get))
        .routes(routes!(api::plans::list, api::plans::create))
        .routes(routes!(api::plans::get))
        .routes(routes!(api::subscriptions::list, api::subscriptions::create))
        .routes(routes!(api::subscriptions::get, api::subscriptions::update))
        .routes(routes!(api::invoices::list))
        .routes(routes!(api::invoices::get))
        .routes(routes!(api::invoices::pdf))
        .routes(routes!(api::meters::list, api::meters::create))
        .routes(usage_events.layer(DefaultBodyLimit::max(api::usage::BATCH_BODY)))
        .routes(routes!(api::usage::get))
        .routes(routes!(api::payments::list))
        .routes(routes!(api::payments::get))
        .routes(routes!(api::payments::list_methods))
        .routes(routes!(api::configurations::get_default, api::configurations::put_default))
        .routes(routes!(api::configurations::list, api::configurations::create))
        .routes(routes!(api::configurations::get, api::configurations::put, api::configurations::delete))
        .routes(routes!(api::configurations::make_default))
        .routes(routes!(api::settings::get_branding, api::settings::put_branding))
        .routes(logo.layer(DefaultBodyLimit::max(api::settings::LOGO_BODY)))
        .routes(routes!(api::feed::get))
        .routes(routes!(api::snapshot::get))
        .routes(routes!(api::portal_sessions::create))
        .routes(routes!(api::portal_sessions::list_links))
        .routes(routes!(api::portal_sessions::revoke_link))
        .routes(routes!(api::portal_sessions::list_sessions))
        .routes(routes!(api::portal_sessions::revoke_session))
        .routes(routes!(api::webhooks::list, api::webhooks::create))
        .routes(routes!(api::webhooks::get, api::webhooks::update, api::webhooks::delete))
        .routes(routes!(api::webhooks::list_deliveries))
        .routes(routes!(api::webhooks::resend))
        .routes(routes!(api::test_clock::get))
        .routes(routes!(api::test_clock::advance))
        .routes(routes!(api::account::get))
}

/// What customers see.
fn portal(app: &App, pages: &Pages) -> Router<App> {
    Router::new()
        .route("/", get(portal::home::outside))
        .route("/portal/", get(portal::link::home))
        .route(paths::LINK, get(portal::link::get).post(portal::link::post))
        .route(paths::RECOVER, get(portal::link::home).post(portal::link::recover))
        .route(paths::HOME, get(portal::home::get))
        .route(paths::INVOICES, get(portal::invoices::list))
        .route(paths::INVOICE, get(portal::invoices::get))
        .route(paths::INVOICE_PDF, get(portal::invoices::pdf))
        .route(paths::SUBSCRIPTIONS, get(portal::subscriptions::list))
        .route(paths::SUBSCRIPTION, get(portal::subscriptions::get))
        .route(paths::CANCEL, get(portal::cancel::get).post(portal::cancel::post))
        .route(paths::UNDO_CANCEL, get(portal::cancel::get_undo).post(portal::cancel::post_undo))
        .route(paths::CHANGE, get(portal::change::get).post(portal::change::post))
        .route(paths::UNDO_CHANGE, get(portal::change::get_undo).post(portal::change::post_undo))
        .route(paths::QUOTE, get(portal::change::get_quote).post(portal::change::post_quote))
        .route(paths::USAGE, get(portal::usage::get))
        .route(paths::USAGE_CSV, get(portal::usage::csv))
        .route(paths::BILLING_DETAILS, get(portal::billing_details::get).post(portal::billing_details::post))
        .route(paths::CONFIRM_EMAIL, get(portal::email::get).post(portal::email::post))
        .route(paths::WITHDRAW_HOUSE, get(portal::withdraw::house))
        .route(paths::WITHDRAW, get(portal::withdraw::get).post(portal::withdraw::check))
        .route(paths::SEND_WITHDRAWAL, get(portal::withdraw::house).post(portal::withdraw::send))
        .route(
            paths::CONFIRM_WITHDRAWAL,
            get(portal::withdraw::get_confirm).post(portal::withdraw::post_confirm),
        )
        .route(paths::ACTIVITY, get(portal::activity::get))
        .route(paths::PAYMENT_METHODS, get(portal::payment_methods::list))
        .route(
            paths::ADD_CARD,
            get(portal::payment_methods::get_card).post(portal::payment_methods::post_card),
        )
        .route(
            paths::ADD_BANK_ACCOUNT,
            get(portal::payment_methods::get_bank_account).post(portal::payment_methods::post_bank_account),
        )
        .route(
            paths::EDIT_PAYMENT_METHOD,
            get(portal::payment_methods::get_edit).post(portal::payment_methods::post_edit),
        )
        .route(paths::MAKE_DEFAULT, post(portal::payment_methods::post_default))
        .route(
            paths::REMOVE_PAYMENT_METHOD,
            get(portal::payment_methods::get_remove).post(portal::payment_methods::post_remove),
        )
        .route(paths::PAY, get(portal::pay::get).post(portal::pay::post))
        .route(paths::PAYMENT, get(portal::pay::result))
        .route(paths::SANDBOX_CONFIRM, get(portal::pay::get_sandbox).post(portal::pay::post_sandbox))
        .route(paths::CALL_OFF, get(portal::pay::result).post(portal::pay::post_call_off))
        .route(paths::LANGUAGE, get(portal::link::home).post(portal::language::post))
        .route(paths::DONE, get(portal::done::get))
        .route(paths::SIGN_OUT, get(portal::link::home).post(portal::sign_out::post))
        .route(paths::ASSET, get(portal::assets::get))
        .route(paths::LOGO, get(portal::assets::logo))
        .fallback(portal::failure::not_found)
        .method_not_allowed_fallback(portal::failure::method_not_allowed)
        .layer((
            from_fn_with_state((app.clone(), pages.clone()), portal::guard::layer),
            CatchPanicLayer::custom(portal::failure::panicked),
            DefaultBodyLimit::max(portal::MOST_OF_A_FORM),
        ))
}

/// The whole server as one service.
pub fn router(app: App) -> Router {
    let pages = Pages::default();
    let (api, document) = api().split_for_parts();
    let api = api
        .merge(api::document::routes(document))
        .route("/v1/{*path}", any(api::fallback::unknown_path))
        .method_not_allowed_fallback(api::fallback::other_verb)
        .layer(CatchPanicLayer::custom(api::fallback::panicked));
    Router::new()
        .route("/livez", get(StatusCode::OK))
        .route("/readyz", get(health::ready))
        .merge(api)
        .merge(portal(&app, &pages))
        .layer((
            from_fn_with_state((app.clone(), pages), portal::cache::layer),
            from_fn_with_state(app.clone(), trace::layer),
            DefaultBodyLimit::max(MOST_BYTES),
            CatchPanicLayer::new(),
        ))
        .with_state(app)
}
