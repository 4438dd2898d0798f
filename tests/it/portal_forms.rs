//! Forms that no page of the visit made change nothing.

use jiff::SignedDuration;
use reqwest::{Method, StatusCode};
use testkit::{Page, World, both_engines};

use crate::visiting::{sequence, visit};

both_engines!(a_form_from_elsewhere_changes_nothing, a_form_of_another_visit_changes_nothing);

fn csrf(page: &Page) -> String {
    let (_, fields) = page.form("/portal/sign-out");
    fields.into_iter().find(|(name, _)| name == "csrf").unwrap().1
}

async fn a_form_from_elsewhere_changes_nothing(world: World) {
    let acme = world.customer("Acme").insert().await;
    let pro = world.plan("Pro", "49.00").await;
    let subscription = world.subscription(&acme, &pro).insert().await;
    let browser = visit(&world, &acme).await;
    let token = csrf(&browser.get("/portal").await);
    let cancel = format!("/portal/subscriptions/{}/cancel", subscription.id);
    let before = sequence(&world).await;

    for (header, value) in [
        ("origin", "https://evil.example"),
        ("origin", "http://127.0.0.1:1"),
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
    ] {
        for (path, field) in
            [(cancel.as_str(), "csrf"), ("/portal/sign-out", "csrf"), ("/portal/links/recover", "link")]
        {
            let mut headers = reqwest::header::HeaderMap::new();
            headers.insert(header, value.parse().unwrap());
            let form = [(field, token.as_str()), ("when", "period_end")];
            let request = browser.request(Method::POST, path).headers(headers).form(&form);
            let page = browser.send(request).await;
            assert_eq!(page.status, StatusCode::FORBIDDEN, "{path} from {header}: {value}");
        }
    }
    assert_eq!(sequence(&world).await, before);

    // Our pages send no referrer, so browsers say `null` of our own forms.
    let mut headers = reqwest::header::HeaderMap::new();
    headers.insert("origin", "null".parse().unwrap());
    let form = [("csrf", token.as_str()), ("when", "period_end")];
    let own = browser.send(browser.request(Method::POST, &cancel).headers(headers).form(&form)).await;
    assert_eq!(own.status, StatusCode::SEE_OTHER, "{}", own.text());
}

async fn a_form_of_another_visit_changes_nothing(world: World) {
    let acme = world.customer("Acme").insert().await;
    let pro = world.plan("Pro", "49.00").await;
    let subscription = world.subscription(&acme, &pro).insert().await;
    let (browser, other) = (visit(&world, &acme).await, visit(&world, &acme).await);
    let foreign = csrf(&other.get("/portal").await);
    let own = csrf(&browser.get("/portal").await);
    let cancel = format!("/portal/subscriptions/{}/cancel", subscription.id);
    let before = sequence(&world).await;

    for form in [
        vec![("csrf", foreign.as_str()), ("when", "period_end")],
        vec![("csrf", ""), ("when", "period_end")],
        vec![("when", "period_end")],
        vec![("csrf", &own[..63]), ("when", "period_end")],
        vec![("csrf", own.as_str()), ("when", "yesterday")],
        vec![("csrf", own.as_str()), ("when", "period_end"), ("reason", "made up")],
        vec![("csrf", own.as_str())],
    ] {
        let page = browser.post(&cancel, &form).await;
        assert!(page.status.is_client_error(), "{form:?} gave {}", page.status);
        assert!(page.says("This page was out of date"), "{}", page.text());
    }
    assert_eq!(sequence(&world).await, before);

    let confirm = browser.get(&cancel).await;
    world.advance(SignedDuration::from_mins(31));
    let late = browser.submit(&confirm, &cancel, &[]).await;
    assert_eq!(late.status, StatusCode::FORBIDDEN);
    assert!(late.says("Your visit has ended"), "{}", late.text());
    assert_eq!(sequence(&world).await, before);
}
