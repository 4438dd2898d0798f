//! What a customer may not change, however the form is forged, and what they are told.

use domain::{Actor, Configuration, Contract, Plan, SeatRange, Subscription, SubscriptionStatus};
use jiff::civil::date;
use portico::store;
use reqwest::StatusCode;
use testkit::{Browser, World, both_engines};

use crate::portal_changes::{VISA, choose, now, offer, plan_with};
use crate::visiting::{configure, sequence, visit};

both_engines!(
    each_reason_against_a_change_refuses_the_form,
    a_quote_is_judged_again_when_it_is_confirmed,
    only_own_changes_are_called_off,
);

const NOT_ONLINE: &str = "This cannot be done online.";

/// Sends a wish that no page offers.
async fn forge(browser: &Browser, subscription: &Subscription, plan: &Plan, seats: &str) -> testkit::Page {
    let csrf = browser.get("/portal").await.form("/portal/sign-out").1[0].1.clone();
    let path = format!("/portal/subscriptions/{}/change", subscription.id);
    let form = [("csrf", csrf.as_str()), ("plan", plan.id.as_str()), ("seats", seats)];
    browser.post(&path, &form).await
}

async fn each_reason_against_a_change_refuses_the_form(world: World) {
    let acme = world.customer("Acme").insert().await;
    let pro = world.plan("Pro", "49.00").await;
    let (team, basic) = (world.plan("Team", "99.00").await, world.plan("Basic", "19.00").await);
    let unlisted = world.plan("Secret", "149.00").await;
    let desks = plan_with(&world, "Desks", "30.00", |plan| {
        plan.price.per_seat = true;
        plan.seats = SeatRange { min: 3, max: Some(9) };
    })
    .await;
    let fixed = plan_with(&world, "Fixed", "49.00", |plan| plan.self_serve_changes = false).await;
    let plain = world.subscription(&acme, &pro).insert().await;
    let firm = world.subscription(&acme, &fixed).insert().await;
    let late = world.subscription(&acme, &pro).with(|one| one.status = SubscriptionStatus::PastDue);
    let late = late.insert().await;
    let ending = world.subscription(&acme, &pro).ending(Actor::Customer).insert().await;
    let bound = world.subscription(&acme, &pro).with(|one| {
        let end = Some(date(2031, 3, 13));
        one.contract = Some(Contract { start: date(2030, 3, 14), end, terms: "One year.".into() });
    });
    let bound = bound.insert().await;
    let browser = visit(&world, &acme).await;
    let before = sequence(&world).await;

    type Setting = fn(&mut Configuration);
    let unchanged: Setting = |_| {};
    let cases: [(&str, Setting, &Subscription, &Plan, &str, &str); 11] = [
        ("switched off", |c| c.features.self_serve_changes = false, &plain, &team, "1", ""),
        ("no page", |c| c.features.view_subscription = false, &plain, &team, "1", ""),
        ("no upgrades", |c| c.self_serve.allow_upgrades = false, &plain, &team, "1", NOT_ONLINE),
        ("no downgrades", |c| c.self_serve.allow_downgrades = false, &plain, &basic, "1", NOT_ONLINE),
        ("not on the list", unchanged, &plain, &unlisted, "1", NOT_ONLINE),
        ("the plan does not permit it", unchanged, &firm, &team, "1", ""),
        ("past due", unchanged, &late, &team, "1", "An invoice is not paid."),
        ("ending", unchanged, &ending, &team, "1", ""),
        ("contract", unchanged, &bound, &basic, "1", "Your contract keeps what was agreed"),
        ("too few seats", unchanged, &plain, &desks, "2", "This plan begins with more seats."),
        ("too many seats", unchanged, &plain, &desks, "10", "This plan has fewer seats at most."),
    ];
    for (name, setting, subscription, plan, seats, says) in cases {
        configure(&world, |configuration| {
            *configuration = Configuration { version: configuration.version, ..Configuration::default() };
            configuration.features.self_serve_changes = true;
            configuration.self_serve.switchable_plans =
                [&pro, &team, &basic, &desks, &fixed].map(|plan| plan.id.clone()).into();
            setting(configuration);
        })
        .await;
        let page = forge(&browser, subscription, plan, seats).await;
        let refused = matches!(page.status, StatusCode::FORBIDDEN | StatusCode::CONFLICT);
        assert!(refused, "{name}: {} {}", page.status, page.text());
        assert!(page.says(says), "{name}: {}", page.text());
    }
    // Nothing was kept that could be confirmed, and nothing changed.
    assert_eq!(now(&world, &plain).await, plain);
    let told = crate::visiting::happened(&world, before).await;
    assert!(told.iter().all(|kind| *kind == "portal.configuration.saved"), "{told:?}");
    // Another's plan is as unknown as none.
    let strange = Plan { id: "plan_01k9zv7c5e8h2m4q6s8w0y2a4b".parse().unwrap(), ..team };
    let page = forge(&browser, &plain, &strange, "1").await;
    assert_eq!(page.status, StatusCode::NOT_FOUND, "{}", page.text());
}

async fn a_quote_is_judged_again_when_it_is_confirmed(world: World) {
    let acme = world.customer("Acme").insert().await;
    let (pro, team) = (world.plan("Pro", "49.00").await, world.plan("Team", "99.00").await);
    offer(&world, &[&team]).await;
    let subscription = world.subscription(&acme, &pro).insert().await;
    let browser = visit(&world, &acme).await;
    let form = browser.get("/portal/payment-methods/new/card").await;
    let card = [("number", VISA), ("expiry", "04/31"), ("code", "123"), ("holder", "Ada Lindqvist")];
    browser.submit(&form, "/portal/payment-methods/new/card", &card).await;
    let chosen = choose(&browser, &subscription, &team, "").await;
    let ask = browser.follow(&chosen).await;
    configure(&world, |configuration| configuration.self_serve.allow_upgrades = false).await;
    let refused = browser.submit(&ask, "/portal/changes/", &[]).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN, "{}", refused.text());
    // Nor can it be paid with what is not theirs.
    configure(&world, |configuration| configuration.self_serve.allow_upgrades = true).await;
    let stranger = [("method", "pm_01k9zv7c5e8h2m4q6s8w0y2a4b")];
    let refused = browser.submit(&ask, "/portal/changes/", &stranger).await;
    assert_eq!(refused.status, StatusCode::CONFLICT, "{}", refused.text());
    assert_eq!(now(&world, &subscription).await, subscription);
    let charges = {
        let mut conn = world.app.db.read().await.unwrap();
        store::sandbox::list(&mut conn, &world.merchant.id).await.unwrap()
    };
    assert_eq!(charges, []);
}

async fn only_own_changes_are_called_off(world: World) {
    let acme = world.customer("Acme").insert().await;
    let (pro, basic) = (world.plan("Pro", "49.00").await, world.plan("Basic", "19.00").await);
    offer(&world, &[&basic]).await;
    let pending = |one: &mut Subscription| {
        one.pending_change = Some(domain::PendingChange {
            terms: one.terms_on(&basic, 1),
            effective_at: one.period.end,
            requested_at: one.period.start,
            requested_by: Actor::System,
        });
    };
    let theirs = world.subscription(&acme, &pro).with(pending).insert().await;
    let none = world.subscription(&acme, &pro).insert().await;
    let browser = visit(&world, &acme).await;
    let csrf = browser.get("/portal").await.form("/portal/sign-out").1[0].1.clone();
    for subscription in [&theirs, &none] {
        let path = format!("/portal/subscriptions/{}/undo-change", subscription.id);
        let page = browser.get(&path).await;
        assert!(page.status.is_client_error(), "{}", page.text());
        assert_eq!(browser.post(&path, &[("csrf", &csrf)]).await.status, page.status);
        assert_eq!(now(&world, subscription).await, *subscription);
    }
    let page = browser.get(&format!("/portal/subscriptions/{}", theirs.id)).await;
    assert!(page.says("This change was set by Northwind"), "{}", page.text());
}
