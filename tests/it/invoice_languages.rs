//! Invoices on paper speak the language of whoever reads them.

use contract::api::CreatePortalSession;
use reqwest::{Method, StatusCode};
use testkit::{World, both_engines};

use crate::api_call::Caller;
use crate::visiting::{link_with, visit};

both_engines!(an_invoice_is_printed_in_the_language_of_who_reads_it);

/// The language in which a PDF says it is, and in which the answer says it is.
async fn printed(response: reqwest::Response) -> String {
    assert_eq!(response.status(), StatusCode::OK);
    let stated = response.headers()["content-language"].to_str().unwrap().to_owned();
    let bytes = response.bytes().await.unwrap();
    let within = format!("/Lang({stated})");
    assert!(bytes.windows(within.len()).any(|part| part == within.as_bytes()), "no {within} in the file");
    stated
}

async fn an_invoice_is_printed_in_the_language_of_who_reads_it(world: World) {
    let acme = world.customer("Acme").locale("de-CH").insert().await;
    let invoice = world.invoice(&acme, "2030-1").line("Pro", "1", "49.00").insert().await;
    let path = format!("/v1/invoices/{}/pdf", invoice.id);
    let app = Caller::staff(&world);
    let ask = async |query: &str| app.request(Method::GET, &format!("{path}{query}")).send().await.unwrap();
    assert_eq!(printed(ask("").await).await, "de", "the customer's");
    assert_eq!(printed(ask("?locale=ar-EG").await).await, "ar");
    assert_eq!(printed(ask("?locale=tlh").await).await, "de");
    for bad in ["?locale=english%21", "?locale=", "?language=de"] {
        assert_eq!(ask(bad).await.status(), StatusCode::UNPROCESSABLE_ENTITY, "{bad}");
    }

    let page = portal_view::routes::invoice_pdf(&invoice.id);
    let browser = visit(&world, &acme).await;
    assert_eq!(printed(browser.request(Method::GET, &page).send().await.unwrap()).await, "de");
    let plain = CreatePortalSession::for_customer(acme.id.clone());
    let wish = CreatePortalSession { locale: Some("ja".into()), ..plain };
    let browser = world.browser();
    browser.open_link(&link_with(&world, wish).await).await;
    assert_eq!(printed(browser.request(Method::GET, &page).send().await.unwrap()).await, "ja");
}
