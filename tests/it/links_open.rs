//! A link is opened: once, by a person, and never by a machine that looks at mail.

use contract::api::{CreatePortalSession, SendEmail};
use domain::{AfterCompletion, Errand, Flow, InitialPage, SessionMinutes};
use futures::future::join_all;
use jiff::SignedDuration;
use reqwest::{Method, StatusCode};
use testkit::{World, both_engines};

use crate::visiting::{happened, link, link_with, make, sequence, visit};

both_engines!(
    mail_scanners_use_no_link_up,
    of_two_hundred_at_once_one_gets_in,
    a_dead_link_says_what_to_do,
    a_link_opened_again_leads_its_own_browser_back,
    the_address_after_the_door_holds_no_secret,
    a_link_lands_where_it_was_made_for,
    a_link_is_of_the_public_address_whatever_the_host_header_says,
);

async fn mail_scanners_use_no_link_up(world: World) {
    let acme = world.customer("Acme").insert().await;
    let link = link(&world, &acme).await;
    let before = sequence(&world).await;

    let scanner = world.browser();
    let head = scanner.send(scanner.request(Method::HEAD, link.path())).await;
    assert_eq!((head.status, head.body.as_str()), (StatusCode::OK, ""));
    for header in ["sec-purpose", "purpose", "x-moz"] {
        let looked = scanner.send(scanner.request(Method::GET, link.path()).header(header, "prefetch")).await;
        assert_eq!(looked.status, StatusCode::OK);
    }
    for _ in 0..50 {
        assert_eq!(world.browser().get(link.path()).await.status, StatusCode::OK);
    }
    for nonce in ["", "guessed"] {
        let pressed = world.browser().post(link.path(), &[("nonce", nonce)]).await;
        assert_eq!(pressed.status, StatusCode::FORBIDDEN, "a machine that posts without having looked");
        assert!(pressed.says("Continue to billing"), "{}", pressed.text());
    }
    assert!(happened(&world, before).await.is_empty(), "looking leaves no trace");

    let page = world.browser().open_link(&link).await;
    assert!(page.says("You are all paid up") && page.says("Acme"), "{}", page.text());
    assert_eq!(happened(&world, before).await, ["portal.session.opened"]);
}

async fn of_two_hundred_at_once_one_gets_in(world: World) {
    let acme = world.customer("Acme").insert().await;
    let link = link(&world, &acme).await;
    let before = sequence(&world).await;

    let door = world.browser().get(link.path()).await;
    let (path, fields) = door.form("/portal/l/");
    let cookie = door.header("set-cookie").split(';').next().unwrap().to_owned();
    let tries = (0..200).map(|_| {
        let browser = world.browser();
        let (path, fields, cookie) = (path.clone(), fields.clone(), cookie.clone());
        async move {
            let request = browser.request(Method::POST, &path).header("cookie", cookie).form(&fields);
            browser.send(request).await
        }
    });
    let answers = join_all(tries).await;

    let (let_in, too_late): (Vec<_>, Vec<_>) =
        answers.into_iter().partition(|page| page.status == StatusCode::SEE_OTHER);
    assert_eq!(let_in.len(), 1);
    for page in too_late {
        assert_eq!(page.status, StatusCode::GONE);
        assert!(page.says("This link was already used"), "{}", page.text());
    }
    assert_eq!(happened(&world, before).await, ["portal.session.opened"]);
}

async fn a_dead_link_says_what_to_do(world: World) {
    let acme = world.customer("Acme").insert().await;
    let plain = CreatePortalSession::for_customer(acme.id.clone());
    let beside = CreatePortalSession { invalidate_existing: false, ..plain.clone() };
    let expired = link_with(&world, beside.clone()).await;
    world.advance(SignedDuration::from_mins(60));
    let used = link_with(&world, beside.clone()).await;
    world.browser().open_link(&used).await;
    let made = make(&world, beside.clone()).await;
    world.client().revoke_link(&made.id).await.unwrap();
    let revoked = made.url;
    let replaced = link_with(&world, beside).await;
    let good = link_with(&world, plain).await;
    let unknown = world.url.join("/portal/l/never-was").unwrap();

    for (link, says) in [
        (&expired, "This link has expired"),
        (&used, "This link was already used"),
        (&revoked, "This link does not work"),
        (&replaced, "There is a newer link"),
        (&unknown, "This link does not work"),
    ] {
        let browser = world.browser();
        let looked = browser.get(link.path()).await;
        let pressed = browser.post(link.path(), &[("nonce", "any")]).await;
        for page in [looked, pressed] {
            assert_eq!(page.status, StatusCode::GONE);
            assert!(page.says(says) && page.says("Send me a new link"), "{}", page.text());
            assert!(!page.body.contains("Acme"), "a dead link tells nobody whose it was");
        }
    }
    assert_eq!(
        world.browser().get(revoked.path()).await.text(),
        world.browser().get(unknown.path()).await.text(),
        "that a link was revoked stays untold"
    );
    assert!(world.browser().open_link(&good).await.says("Acme"));
}

async fn a_link_opened_again_leads_its_own_browser_back(world: World) {
    let acme = world.customer("Acme").insert().await;
    let link = link(&world, &acme).await;
    let browser = world.browser();
    browser.open_link(&link).await;

    let again = browser.get(link.path()).await;
    assert_eq!((again.status, again.location()), (StatusCode::SEE_OTHER, "/portal"));
    world.advance(SignedDuration::from_mins(31));
    assert!(browser.get(link.path()).await.says("This link was already used"), "the visit is over");
}

async fn the_address_after_the_door_holds_no_secret(world: World) {
    let acme = world.customer("Acme").insert().await;
    let link = link(&world, &acme).await;
    let token = link.path().rsplit('/').next().unwrap();
    let browser = world.browser();
    let door = browser.get(link.path()).await;
    let entered = browser.submit(&door, "/portal/l/", &[]).await;

    assert_eq!((entered.status, entered.location()), (StatusCode::SEE_OTHER, "/portal"));
    let cookies: Vec<&str> =
        entered.headers.get_all("set-cookie").iter().map(|cookie| cookie.to_str().unwrap()).collect();
    let session = cookies.iter().find(|cookie| cookie.starts_with("portico_session=")).unwrap();
    assert!(!session.contains(token));
    for attribute in ["HttpOnly", "SameSite=Lax", "Path=/"] {
        assert!(session.contains(attribute), "{session}");
    }
    let home = browser.follow(&entered).await;
    assert!(!home.body.contains(token));
}

async fn a_link_lands_where_it_was_made_for(world: World) {
    let acme = world.customer("Acme").insert().await;
    let pro = world.plan("Pro", "49.00").await;
    let subscription = world.subscription(&acme, &pro).insert().await;
    let plain = || CreatePortalSession::for_customer(acme.id.clone());
    let errand = Errand::SubscriptionCancel { subscription_id: subscription.id.clone() };
    let flow = Flow { errand, after_completion: AfterCompletion::Portal };

    for (session, path) in [
        (plain(), "/portal".to_owned()),
        (
            CreatePortalSession { initial_page: Some(InitialPage::Invoices), ..plain() },
            "/portal/invoices".into(),
        ),
        (
            CreatePortalSession { initial_page: Some(InitialPage::Subscription), ..plain() },
            "/portal/subscriptions".into(),
        ),
        (CreatePortalSession { send_email: Some(SendEmail::Billing), ..plain() }, "/portal/invoices".into()),
        (
            CreatePortalSession { flow: Some(flow), ..plain() },
            format!("/portal/subscriptions/{}/cancel", subscription.id),
        ),
    ] {
        let link = link_with(&world, session).await;
        let landed = world.browser().open_link(&link).await;
        assert_eq!((landed.status, landed.url.path()), (StatusCode::OK, path.as_str()));
    }

    let short = SessionMinutes::try_from(5).unwrap();
    let session = CreatePortalSession { expires_in_minutes: Some(short), ..plain() };
    let link = link_with(&world, session).await;
    world.advance(SignedDuration::from_mins(5));
    assert!(world.browser().get(link.path()).await.says("This link has expired"));
}

async fn a_link_is_of_the_public_address_whatever_the_host_header_says(world: World) {
    let acme = world.customer("Acme").insert().await;
    let body = serde_json::json!({ "customer_id": acme.id });
    let forged = world
        .browser()
        .request(Method::POST, "/v1/customer-portal-sessions")
        .bearer_auth(&world.staff_key)
        .header("host", "evil.example")
        .header("x-forwarded-host", "evil.example")
        .json(&body);
    let created: serde_json::Value = forged.send().await.unwrap().json().await.unwrap();
    assert!(created["url"].as_str().unwrap().starts_with(world.url.as_str()), "{created}");

    let browser = visit(&world, &acme).await;
    let page = browser.send(browser.request(Method::GET, "/portal").header("host", "evil.example")).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(!page.body.contains("evil.example"));
}
