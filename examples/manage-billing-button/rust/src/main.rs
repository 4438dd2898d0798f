//! A *Manage Billing* button, with axum and reqwest.

use std::env;
use std::time::Duration;

use anyhow::Context as _;
use axum::Router;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse as _, Redirect, Response};
use axum::routing::{get, post};
use serde::Deserialize;
use serde_json::json;

/// All that the two routes need.
#[derive(Clone)]
struct App {
    http: reqwest::Client,
    portico: String,
    api_key: String,
    /// A real app knows from its own session who is signed in.
    customer: String,
    /// Where this app answers.
    here: String,
}

#[tokio::main]
#[expect(clippy::disallowed_methods, reason = "an example is set up by its environment alone")]
async fn main() -> anyhow::Result<()> {
    // Fails only where one is installed already.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let port = env::var("PORT").unwrap_or_else(|_| "0".to_owned());
    let listener = tokio::net::TcpListener::bind(format!("127.0.0.1:{port}")).await?;
    let app = App {
        http: reqwest::Client::builder().timeout(Duration::from_secs(10)).build()?,
        portico: env::var("PORTICO_URL").unwrap_or_else(|_| "http://127.0.0.1:8080".to_owned()),
        api_key: env::var("PORTICO_API_KEY").context("PORTICO_API_KEY is needed")?,
        customer: env::var("CUSTOMER").context("CUSTOMER is needed")?,
        here: format!("http://{}", listener.local_addr()?),
    };
    println!("{}", app.here);
    let routes = Router::new().route("/", get(account)).route("/billing", post(billing)).with_state(app);
    Ok(axum::serve(listener, routes).await?)
}

async fn account(RawQuery(query): RawQuery) -> Html<String> {
    let welcome = if query.as_deref() == Some("back") { "<p>Welcome back!</p>" } else { "" };
    Html(format!(
        r#"<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Your account</title>
<h1>Your account</h1>
{welcome}
<form method="post" action="/billing"><button>Manage Billing</button></form>
</html>"#
    ))
}

async fn billing(State(app): State<App>) -> Response {
    match app.portal_link().await {
        Ok(url) => Redirect::to(&url).into_response(),
        Err(error) => {
            eprintln!("no link was made: {error:#}");
            let sorry = "Billing cannot be reached right now. Please try again in a moment.";
            (StatusCode::BAD_GATEWAY, sorry).into_response()
        }
    }
}

#[derive(Deserialize)]
struct Created {
    url: String,
}

impl App {
    /// Asks for a link into the portal; a request that got no answer is sent again with the same key.
    async fn portal_link(&self) -> anyhow::Result<String> {
        let mut key = [0; 16];
        getrandom::fill(&mut key).context("no randomness")?;
        let key: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
        let body = json!({ "customer_alias": self.customer, "return_url": format!("{}/?back", self.here) });
        let send = || {
            let request = self.http.post(format!("{}/v1/customer-portal-sessions", self.portico));
            request.bearer_auth(&self.api_key).header("idempotency-key", &key).json(&body).send()
        };
        let answer = match send().await {
            Ok(answer) => answer,
            Err(_) => send().await?,
        };
        let created: Created = answer.error_for_status()?.json().await?;
        Ok(created.url)
    }
}
