//! A customer cancels, changes their mind, and is told of both.

use domain::{
    Actor, CancelationMode, CancelationOptions, Contract, EventBody, OfferButton, RetentionOffer,
    Subscription, SubscriptionStatus,
};
use futures::future::join_all;
use jiff::SignedDuration;
use jiff::civil::date;
use portico::store;
use reqwest::StatusCode;
use serde_json::json;
use testkit::{World, both_engines};

use crate::api_call::Caller;
use crate::visiting::{configure, facts, happened, mails, sequence, visit};

both_engines!(
    a_cancellation_is_state_event_and_receipt_at_once,
    a_customer_changes_their_mind,
    who_leaves_is_asked_and_offered_what_the_merchant_wrote,
    an_end_at_once_cannot_be_undone,
    what_the_merchant_ended_only_the_merchant_undoes,
    a_second_tab_is_told_that_it_is_late,
    a_contract_holds_until_its_last_day,
);

async fn stored(world: &World, subscription: &Subscription) -> Subscription {
    let mut conn = world.app.db.read().await.unwrap();
    let found = store::subscriptions::find(&mut conn, &world.merchant.id, &subscription.id).await;
    found.unwrap().unwrap()
}

fn path(subscription: &Subscription) -> String {
    format!("/portal/subscriptions/{}", subscription.id)
}

async fn a_cancellation_is_state_event_and_receipt_at_once(world: World) {
    let acme = world.customer("Acme").insert().await;
    let pro = world.plan("Pro", "49.00").await;
    let subscription = world.subscription(&acme, &pro).insert().await;
    let browser = visit(&world, &acme).await;
    let before = sequence(&world).await;

    let ask = browser.get(&format!("{}/cancel", path(&subscription))).await;
    assert_eq!(sequence(&world).await, before, "asking changes nothing");
    let done = browser.submit(&ask, &path(&subscription), &[("reason", "It costs too much")]).await;
    let page = browser.follow(&done).await;
    assert!(page.says("Your cancellation is booked") && page.says("14 Apr 2030"), "{}", page.text());

    let now = stored(&world, &subscription).await;
    let end = now.cancelation.clone().unwrap();
    assert_eq!(now.status, SubscriptionStatus::Active, "benefits stay");
    assert_eq!((end.effective_at, end.requested_by), (subscription.period.end, Actor::Customer));
    assert_eq!(end.reason.as_deref(), Some("It costs too much"));
    let facts = facts(&world, before).await;
    let [EventBody::SubscriptionCancelationScheduled { subscription: told }, EventBody::MailUpdated { .. }] =
        facts.as_slice()
    else {
        panic!("{facts:?}")
    };
    assert_eq!(told, &now, "the event states the row as it is, its version too");
    let sent = mails(&world).await;
    assert_eq!(sent.len(), 1);
    assert!(sent[0].text.contains("14 Apr 2030") && !sent[0].text.contains("/portal/l/"), "{}", sent[0].text);
}

async fn a_customer_changes_their_mind(world: World) {
    let acme = world.customer("Acme").insert().await;
    let pro = world.plan("Pro", "49.00").await;
    let subscription = world.subscription(&acme, &pro).ending(Actor::Customer).insert().await;
    let browser = visit(&world, &acme).await;
    let before = sequence(&world).await;

    let ask = browser.get(&format!("{}/undo-cancel", path(&subscription))).await;
    let done = browser.submit(&ask, &path(&subscription), &[]).await;
    let page = browser.follow(&done).await;
    assert!(page.says("Your subscription goes on"), "{}", page.text());
    assert_eq!(stored(&world, &subscription).await.cancelation, None);
    assert_eq!(happened(&world, before).await, ["subscription.cancelation_revoked", "mail.updated"]);
}

async fn who_leaves_is_asked_and_offered_what_the_merchant_wrote(world: World) {
    let acme = world.customer("Acme").insert().await;
    let pro = world.plan("Pro", "49.00").await;
    let subscription = world.subscription(&acme, &pro).insert().await;
    let browser = visit(&world, &acme).await;
    let cancel = format!("{}/cancel", path(&subscription));
    configure(&world, |configuration| {
        configuration.terms_url = Some("https://acme.example/terms".parse().unwrap());
        configuration.support_phone = Some("+49 30 90 18".into());
        let leaving = &mut configuration.cancelation;
        leaving.reasons = Some(vec!["Our <project> ended".into(), "Too many seats".into()]);
        let url = "https://acme.example/pause".parse().unwrap();
        let button = Some(OfferButton::Link { label: "Take a break".into(), url });
        leaving.offer =
            Some(RetentionOffer { title: "A break?".into(), text: "Three months.".into(), button });
    })
    .await;
    let ask = browser.get(&cancel).await;
    for words in ["A break?", "Three months.", "Take a break", "Our <project> ended", "Too many seats"] {
        assert!(ask.says(words), "{words}: {}", ask.text());
    }
    assert!(!ask.says("It costs too much"));
    assert!(
        ask.body.contains("href=\"https://acme.example/terms\"")
            && ask.body.contains("href=\"tel:+49309018\"")
    );

    let before = sequence(&world).await;
    let (long, form) = ("x".repeat(1001), |more: (&'static str, String)| {
        let csrf = ask.form("/portal/sign-out").1[0].1.clone();
        [("csrf", csrf), ("when", "period_end".to_owned()), more]
    });
    for wrong in [
        ("reason", "It costs too much".to_owned()),
        ("reason", "<script>".to_owned()),
        ("comment", long),
        ("comment", "a\u{1b}[31m".to_owned()),
    ] {
        let sent = form(wrong.clone());
        let sent: Vec<(&str, &str)> = sent.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let refused = browser.post(&cancel, &sent).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong:?}");
    }
    assert_eq!(sequence(&world).await, before);

    let said = [("reason", "Too many seats"), ("comment", " Thank you,\r\nall the same. ")];
    let done = browser.submit(&ask, &path(&subscription), &said).await;
    assert!(browser.follow(&done).await.says("Your cancellation is booked"));
    let end = stored(&world, &subscription).await.cancelation.unwrap();
    assert_eq!(end.reason.as_deref(), Some("Too many seats"));
    assert_eq!(end.comment.as_deref(), Some("Thank you,\nall the same."));

    // What is not asked is not kept.
    let other = world.subscription(&acme, &pro).insert().await;
    configure(&world, |configuration| {
        configuration.cancelation =
            CancelationOptions { reasons: Some(Vec::new()), ask_comment: false, ..Default::default() };
    })
    .await;
    let ask = browser.get(&format!("{}/cancel", path(&other))).await;
    assert!(!ask.says("Why are you leaving?") && !ask.body.contains("textarea") && !ask.says("A break?"));
    browser.submit(&ask, &path(&other), &[("comment", "unasked")]).await;
    let end = stored(&world, &other).await.cancelation.unwrap();
    assert_eq!((end.reason, end.comment), (None, None));
}

async fn an_end_at_once_cannot_be_undone(world: World) {
    configure(&world, |configuration| {
        configuration.self_serve.cancelation_mode = CancelationMode::CustomerChooses;
    })
    .await;
    let acme = world.customer("Acme").insert().await;
    let pro = world.plan("Pro", "49.00").await;
    let subscription = world.subscription(&acme, &pro).insert().await;
    let browser = visit(&world, &acme).await;
    let before = sequence(&world).await;

    let ask = browser.get(&format!("{}/cancel", path(&subscription))).await;
    let done = browser.submit(&ask, &path(&subscription), &[("when", "now")]).await;
    assert!(browser.follow(&done).await.says("Your subscription has ended"));
    assert_eq!(stored(&world, &subscription).await.status, SubscriptionStatus::Canceled);
    assert_eq!(happened(&world, before).await, ["subscription.canceled", "mail.updated"]);
    let undo = browser.get(&format!("{}/undo-cancel", path(&subscription))).await;
    assert_eq!(undo.status, StatusCode::CONFLICT);
}

async fn what_the_merchant_ended_only_the_merchant_undoes(world: World) {
    let acme = world.customer("Acme").insert().await;
    let pro = world.plan("Pro", "49.00").await;
    let subscription = world.subscription(&acme, &pro).ending(Actor::System).insert().await;
    let browser = visit(&world, &acme).await;
    let page = browser.get(&path(&subscription)).await;
    assert!(page.says("The end of this subscription was set by Northwind"), "{}", page.text());
    let before = sequence(&world).await;

    let undo = format!("{}/undo-cancel", path(&subscription));
    let (_, fields) = page.form("/portal/sign-out");
    let refused = [browser.get(&undo).await, browser.post(&undo, &[("csrf", &fields[0].1)]).await];
    for page in refused {
        assert_eq!(page.status, StatusCode::FORBIDDEN, "{}", page.text());
    }
    assert_eq!(sequence(&world).await, before);
}

async fn a_second_tab_is_told_that_it_is_late(world: World) {
    let acme = world.customer("Acme").insert().await;
    let pro = world.plan("Pro", "49.00").await;
    let subscription = world.subscription(&acme, &pro).insert().await;
    let browser = visit(&world, &acme).await;
    let ask = browser.get(&format!("{}/cancel", path(&subscription))).await;
    let before = sequence(&world).await;

    let action = path(&subscription);
    let answers = join_all((0..20).map(|_| browser.submit(&ask, &action, &[]))).await;
    let done = answers.iter().filter(|page| page.status == StatusCode::SEE_OTHER).count();
    assert_eq!(done, 1);
    for late in answers.iter().filter(|page| page.status != StatusCode::SEE_OTHER) {
        assert_eq!(late.status, StatusCode::CONFLICT);
        assert!(late.says("This page was out of date") && late.says("Go to the overview"), "{}", late.text());
    }
    assert_eq!(happened(&world, before).await, ["subscription.cancelation_scheduled", "mail.updated"]);
    world.advance(SignedDuration::from_mins(1));
    assert_eq!(browser.get(&format!("{}/cancel", path(&subscription))).await.status, StatusCode::CONFLICT);
}

async fn a_contract_holds_until_its_last_day(world: World) {
    let acme = world.customer("Acme").insert().await;
    let pro = world.plan("Pro", "49.00").await;
    // The period ends with 13 April; a contract that ends with it lets go, one that lasts a day longer does not.
    for (last_day, free) in [(date(2030, 4, 13), true), (date(2030, 4, 14), false)] {
        let contract =
            Contract { start: date(2030, 1, 1), end: Some(last_day), terms: "A year at least.".into() };
        let bound = |s: &mut Subscription| s.contract = Some(contract);
        let subscription = world.subscription(&acme, &pro).with(bound).insert().await;
        let browser = visit(&world, &acme).await;
        let page = browser.get(&path(&subscription)).await;
        assert_eq!(page.says("Cancel subscription"), free, "{}", page.text());
        assert_eq!(page.says("Your contract keeps what was agreed until it ends"), !free, "{}", page.text());
        let answer = Caller::staff(&world).get(&format!("/v1/customers/{}/capabilities", acme.id)).await;
        let answer = answer.expect(200).json();
        let judged = answer["subscriptions"].as_array().unwrap().iter();
        let mut own = judged.filter(|one| one["subscription_id"] == json!(subscription.id));
        let at_period_end = own.next().unwrap()["cancel_at_period_end"].to_string();
        assert_eq!(at_period_end.contains("contract_runs"), !free, "{at_period_end}");

        let csrf = page.form("/portal/sign-out").1[0].1.clone();
        let before = sequence(&world).await;
        let cancel = format!("{}/cancel", path(&subscription));
        let forged = browser.post(&cancel, &[("csrf", csrf.as_str()), ("when", "period_end")]).await;
        let (asked, expected) = (browser.get(&cancel).await, (StatusCode::FORBIDDEN, sequence(&world).await));
        if free {
            assert_eq!(forged.status, StatusCode::SEE_OTHER);
        } else {
            assert_eq!((forged.status, before), expected);
            assert_eq!(asked.status, StatusCode::FORBIDDEN);
            assert!(asked.says("Your contract keeps what was agreed until it ends"), "{}", asked.text());
        }
    }
}
