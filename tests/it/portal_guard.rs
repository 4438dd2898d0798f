//! Every answer of the portal keeps its secrets; nobody sees what is not theirs.

use domain::Logo;
use portal_view::{ASSETS, routes};
use portico::store;
use reqwest::{Method, StatusCode};
use testkit::{Page, World, both_engines};

use crate::visiting::{another_merchant, link, visit};

both_engines!(
    every_answer_carries_the_headers_that_keep_it_private,
    what_is_another_customers_is_not_there,
    files_are_kept_by_browsers_forever,
    an_invoice_comes_as_a_file,
    a_server_of_many_merchants_names_none_to_strangers,
);

fn assert_private(page: &Page, what: &str) {
    let policy = page.header("content-security-policy");
    for directive in ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"] {
        assert!(policy.contains(directive), "{what}: {policy}");
    }
    assert!(!policy.contains("unsafe") && !policy.contains("script-src"), "{what}: {policy}");
    for (name, value) in [
        ("referrer-policy", "no-referrer"),
        ("x-content-type-options", "nosniff"),
        ("x-robots-tag", "noindex, nofollow"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
    ] {
        assert_eq!(page.header(name), value, "{what}: {name}");
    }
    assert!(page.header("cache-control").contains("no-store"), "{what}");
    assert!(page.header("permissions-policy").contains("camera=()"), "{what}");
    if !page.body.is_empty() && !page.header("content-type").contains("pdf") {
        assert!(page.header("content-type").starts_with("text/html"), "{what}");
        assert!(
            policy.contains("form-action 'self'") && policy.contains("style-src 'self' 'sha256-"),
            "{what}"
        );
        assert!(!page.body.contains("<script") && !page.body.contains(" style=\""), "{what}");
    }
}

async fn every_answer_carries_the_headers_that_keep_it_private(world: World) {
    let acme = world.customer("Acme").insert().await;
    let pro = world.plan("Pro", "49.00").await;
    let subscription = world.subscription(&acme, &pro).insert().await;
    let invoice = world.invoice(&acme, "R-1").line("Pro", "1", "49.00").insert().await;
    let link = link(&world, &acme).await;
    let paths = [
        "/".to_owned(),
        routes::HOME.into(),
        routes::INVOICES.into(),
        routes::invoice(&invoice.id),
        routes::invoice_pdf(&invoice.id),
        routes::SUBSCRIPTIONS.into(),
        routes::subscription(&subscription.id),
        routes::cancel(&subscription.id),
        routes::undo_cancel(&subscription.id),
        routes::BILLING_DETAILS.into(),
        routes::confirm_email("unknown"),
        routes::WITHDRAW_HOUSE.into(),
        routes::withdraw(&world.merchant.id),
        routes::send_withdrawal(&world.merchant.id),
        routes::confirm_withdrawal("unknown"),
        routes::ACTIVITY.into(),
        routes::DONE.into(),
        routes::SIGN_OUT.into(),
        link.path().to_owned(),
        routes::link("unknown"),
        routes::RECOVER.into(),
        "/portal/assets/none.css".into(),
        "/portal/logo/none".into(),
        "/portal/nowhere/at/all".into(),
    ];
    let (stranger, guest) = (world.browser(), visit(&world, &acme).await);
    for browser in [&stranger, &guest] {
        for path in &paths {
            for method in [Method::GET, Method::HEAD, Method::POST, Method::PUT, Method::OPTIONS] {
                let page = browser.send(browser.request(method.clone(), path)).await;
                assert!(!page.status.is_server_error(), "{method} {path} gave {}", page.status);
                assert_private(&page, &format!("{method} {path}"));
            }
        }
    }
}

async fn what_is_another_customers_is_not_there(world: World) {
    let (acme, globex) = (world.customer("Acme").insert().await, world.customer("Globex").insert().await);
    let pro = world.plan("Pro", "49.00").await;
    let invoice = world.invoice(&globex, "R-1").line("Pro", "1", "49.00").insert().await;
    let draft = world.invoice(&acme, "R-2").line("Pro", "1", "49.00");
    let draft = draft.with(|invoice| invoice.state = domain::InvoiceState::Draft).insert().await;
    let subscription = world.subscription(&globex, &pro).insert().await;
    let browser = visit(&world, &acme).await;
    let csrf = browser.get("/portal").await.form("/portal/sign-out").1.remove(0).1;

    let mut unknown = None;
    for path in [
        "/portal/nowhere".to_owned(),
        routes::invoice(&world.app.new_id()),
        routes::invoice(&invoice.id),
        routes::invoice(&draft.id),
        routes::invoice_pdf(&invoice.id),
        routes::subscription(&world.app.new_id()),
        routes::subscription(&subscription.id),
        routes::cancel(&subscription.id),
        routes::undo_cancel(&subscription.id),
        "/portal/invoices/not-an-id".into(),
        "/portal/subscriptions/%00".into(),
    ] {
        for method in [Method::GET, Method::POST] {
            if method == Method::POST && !path.ends_with("cancel") {
                continue;
            }
            let form = [("csrf", csrf.as_str()), ("when", "period_end")];
            // The page names the request; the same name makes the pages the same.
            let request = browser.request(method, &path).header("x-request-id", "one").form(&form);
            let page = browser.send(request).await;
            assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
            assert_eq!(unknown.get_or_insert_with(|| page.body.clone()), &page.body, "{path}");
        }
    }
}

async fn files_are_kept_by_browsers_forever(world: World) {
    let browser = world.browser();
    for asset in ASSETS {
        let file = browser.get(asset.path).await;
        assert_eq!((file.status, file.header("content-type")), (StatusCode::OK, asset.media_type));
        assert_eq!(file.header("cache-control"), "public, max-age=31536000, immutable");
        let again = browser.request(Method::GET, asset.path).header("if-none-match", file.header("etag"));
        let again = browser.send(again).await;
        assert_eq!((again.status, again.body.as_str()), (StatusCode::NOT_MODIFIED, ""));
    }
    let drawing = "<svg xmlns='http://www.w3.org/2000/svg'/>";
    let logo = Logo { sha256: "ab".repeat(32), media_type: "image/svg+xml".into() };
    let mut tx = world.app.db.write().await.unwrap();
    store::settings::insert_logo(&mut tx, &world.merchant.id, &logo, drawing.into()).await.unwrap();
    tx.commit().await.unwrap();
    let shown = browser.get(&logo.path()).await;
    assert_eq!((shown.status, shown.body.as_str()), (StatusCode::OK, drawing));
    assert!(shown.header("content-security-policy").contains("sandbox"));
    assert_eq!(shown.header("x-content-type-options"), "nosniff");
    assert_eq!(browser.get("/portal/logo/%00").await.status, StatusCode::NOT_FOUND);
}

async fn an_invoice_comes_as_a_file(world: World) {
    let acme = world.customer("Acme").insert().await;
    let invoice = world.invoice(&acme, "R/2030 \"1\"").line("Pro", "1", "49.00").insert().await;
    let browser = visit(&world, &acme).await;
    let response = browser.request(Method::GET, &routes::invoice_pdf(&invoice.id)).send().await.unwrap();
    let disposition = response.headers()["content-disposition"].to_str().unwrap().to_owned();
    assert_eq!(disposition.matches('"').count(), 2, "{disposition}");
    assert!(disposition.starts_with("attachment; filename=\"invoice-R"), "{disposition}");
    assert_eq!(response.headers()["content-type"], "application/pdf");
    assert!(response.bytes().await.unwrap().starts_with(b"%PDF-"));
}

async fn a_server_of_many_merchants_names_none_to_strangers(world: World) {
    another_merchant(&world).await;
    for path in ["/", "/portal", "/portal/l/unknown", "/portal/nowhere"] {
        let page = world.browser().get(path).await;
        assert!(!page.says("Contoso") && !page.says("Northwind"), "{path}: {}", page.text());
    }
    let acme = world.customer("Acme").insert().await;
    assert!(visit(&world, &acme).await.get("/portal/nowhere").await.says("Northwind"));
}
