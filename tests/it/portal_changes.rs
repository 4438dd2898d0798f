//! A customer changes plan and seats, and pays exactly what they were shown.

use domain::billing::{Quote, QuoteState};
use domain::{
    Actor, CancelAt, Customer, EventBody, Interval, Invoice, InvoiceState, Money, Plan, QuoteId, SeatRange,
    Subscription, SubscriptionStatus, Tier,
};
use futures::future::join_all;
use jiff::SignedDuration;
use portico::payments::Answer;
use portico::store;
use reqwest::StatusCode;
use testkit::{Browser, Page, World, both_engines};

use crate::hooks::endpoint;
use crate::visiting::{configure, happened, mails, sequence, visit};

both_engines!(
    an_upgrade_is_paid_for_and_made,
    a_downgrade_waits_and_can_be_called_off,
    seats_go_up_at_once_and_down_later,
    equal_prices_switch_and_trials_change_for_nothing,
    a_year_begins_today_and_a_month_when_it_is_over,
    what_is_not_paid_is_not_changed,
    a_change_waits_for_the_bank,
    money_for_a_change_that_was_overtaken_goes_back,
    figures_are_good_for_a_while_only,
    a_hundred_confirmations_charge_once,
    without_a_card_the_way_leads_over_one,
    the_changes_of_others_are_unknown,
);

pub(crate) const VISA: &str = "4242 4242 4242 4242";

/// A plan that differs from the usual.
pub(crate) async fn plan_with(
    world: &World,
    name: &str,
    amount: &str,
    change: impl FnOnce(&mut Plan),
) -> Plan {
    let mut plan = world.plan(name, amount).await;
    change(&mut plan);
    let mut tx = world.app.db.write().await.unwrap();
    store::plans::save(&mut tx, &world.merchant.id, &mut plan).await.unwrap();
    tx.commit().await.unwrap();
    plan
}

/// Lets customers switch between these plans.
pub(crate) async fn offer(world: &World, plans: &[&Plan]) {
    let plans = plans.iter().map(|plan| plan.id.clone()).collect();
    configure(world, |configuration| {
        configuration.features.self_serve_changes = true;
        configuration.self_serve.switchable_plans = plans;
    })
    .await;
}

async fn add_card(browser: &Browser, number: &str) {
    let form = browser.get("/portal/payment-methods/new/card").await;
    let card = [("number", number), ("expiry", "04/31"), ("code", "123"), ("holder", "Ada Lindqvist")];
    let added = browser.submit(&form, "/portal/payment-methods/new/card", &card).await;
    assert!(added.status.is_redirection(), "{}", added.text());
}

/// A customer of Pro with a card, who may switch to Team and Basic.
async fn subscriber(world: &World) -> (Customer, Subscription, [Plan; 3], Browser) {
    let acme = world.customer("Acme").insert().await;
    let plans = [
        world.plan("Pro", "49.00").await,
        world.plan("Team", "99.00").await,
        world.plan("Basic", "19.00").await,
    ];
    offer(world, &[&plans[0], &plans[1], &plans[2]]).await;
    let subscription = world.subscription(&acme, &plans[0]).insert().await;
    let browser = visit(world, &acme).await;
    add_card(&browser, VISA).await;
    (acme, subscription, plans, browser)
}

pub(crate) async fn now(world: &World, subscription: &Subscription) -> Subscription {
    let mut conn = world.app.db.read().await.unwrap();
    let found = store::subscriptions::find(&mut conn, &world.merchant.id, &subscription.id).await;
    found.unwrap().unwrap()
}

async fn charged(world: &World) -> Vec<(i64, Answer)> {
    let mut conn = world.app.db.read().await.unwrap();
    let charges = store::sandbox::list(&mut conn, &world.merchant.id).await.unwrap();
    charges.into_iter().map(|charge| (charge.amount.minor(), charge.answer)).collect()
}

async fn invoices(world: &World) -> Vec<Invoice> {
    let mut conn = world.app.db.read().await.unwrap();
    store::invoices::list(&mut conn, &world.merchant.id, None, 100).await.unwrap()
}

async fn quote_at(world: &World, path: &str) -> Quote {
    let id: QuoteId = path.rsplit('/').next().unwrap().parse().unwrap();
    let mut conn = world.app.db.read().await.unwrap();
    store::quotes::find(&mut conn, &world.merchant.id, &id).await.unwrap().unwrap()
}

/// Chooses, and returns the answer to that.
pub(crate) async fn choose(browser: &Browser, subscription: &Subscription, plan: &Plan, seats: &str) -> Page {
    let path = format!("/portal/subscriptions/{}/change", subscription.id);
    let page = browser.get(&path).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    browser.submit(&page, &path, &[("plan", plan.id.as_str()), ("seats", seats)]).await
}

/// Chooses, and looks at what it comes to.
pub(crate) async fn preview(
    browser: &Browser,
    subscription: &Subscription,
    plan: &Plan,
    seats: &str,
) -> Page {
    let chosen = choose(browser, subscription, plan, seats).await;
    browser.follow(&chosen).await
}

/// Confirms what the page shows, and looks at what came of it.
pub(crate) async fn confirm(browser: &Browser, preview: &Page) -> Page {
    let done = browser.submit(preview, "/portal/changes/", &[]).await;
    browser.follow(&done).await
}

async fn an_upgrade_is_paid_for_and_made(world: World) {
    let hook = world.receiver().await;
    endpoint(&world, &hook.url).await;
    let (_, pro, [_, team, _], browser) = subscriber(&world).await;
    let page = browser.get(&format!("/portal/subscriptions/{}", pro.id)).await;
    assert!(page.says("Change plan…") && page.says("Next invoice, on 14 Apr 2030"), "{}", page.text());
    let before = sequence(&world).await;

    let chosen = choose(&browser, &pro, &team, "").await;
    let ask = browser.follow(&chosen).await;
    // It is noon of the first day of a month in which the clocks change: 30 days 11 hours of 30 days 23 hours.
    for says in [
        "Switch to Team?",
        "Unused time on Pro",
        "30 days 11 hours of 30 days 23 hours",
        "−€48.21",
        "€97.40",
        "To pay now €49.19",
        "Next invoice, on 14 Apr 2030 €99.00",
        "Pay €49.19 EUR and switch",
    ] {
        assert!(ask.says(says), "{says}: {}", ask.text());
    }
    assert_eq!(sequence(&world).await, before, "a question changes nothing");
    assert_eq!(charged(&world).await, []);
    let shown = quote_at(&world, chosen.location()).await;

    let receipt = confirm(&browser, &ask).await;
    for says in [
        "Your change is done",
        "You had Pro",
        "You have now Team",
        "From 14 Mar 2030",
        "Charged €49.19",
        "Visa ending in 4242",
    ] {
        assert!(receipt.says(says), "{says}: {}", receipt.text());
    }
    assert_eq!(charged(&world).await, [(4_919, Answer::Succeeded)]);
    let after = now(&world, &pro).await;
    assert_eq!((after.plan_id, after.period, after.version), (team.id.clone(), pro.period, 2));
    let invoice = invoices(&world).await.remove(0);
    assert_eq!((invoice.state, invoice.amount_paid), (InvoiceState::Paid, shown.change.totals.total));
    assert_eq!((&invoice.lines, invoice.totals), (&shown.change.lines, shown.change.totals));
    assert!(receipt.says(&invoice.number), "{}", receipt.text());
    let told = [
        "payment.progressed",
        "payment.progressed",
        "subscription.activated",
        "invoice.issued",
        "invoice.paid",
        "mail.updated",
    ];
    assert_eq!(happened(&world, before).await, told);
    let sent = mails(&world).await;
    let mail = &sent.last().unwrap().text;
    assert!(mail.contains("You have Team now") && mail.contains(&invoice.number), "{mail}");
    assert!(hook.types().contains(&"subscription.activated".to_owned()), "{:?}", hook.types());
    // The same button again tells what became of it.
    assert!(confirm(&browser, &ask).await.says("Your change is done"));
    assert_eq!(charged(&world).await.len(), 1);
}

async fn a_downgrade_waits_and_can_be_called_off(world: World) {
    let hook = world.receiver().await;
    endpoint(&world, &hook.url).await;
    let (_, pro, [_, team, basic], browser) = subscriber(&world).await;
    let ask = preview(&browser, &pro, &basic, "").await;
    assert!(ask.says("To pay now €0.00") && ask.says("Switch on 14 Apr 2030"), "{}", ask.text());
    let done = confirm(&browser, &ask).await;
    assert!(done.says("You switch to Basic on 14 Apr 2030"), "{}", done.text());
    let waiting = now(&world, &pro).await;
    assert_eq!(waiting.plan_id, pro.plan_id, "benefits stay");
    assert_eq!(waiting.pending_change.as_ref().unwrap().terms.plan_id, basic.id);
    let page = browser.get(&format!("/portal/subscriptions/{}", pro.id)).await;
    assert!(
        page.says("A change is coming") && page.says("Next invoice, on 14 Apr 2030 €19.00"),
        "{}",
        page.text()
    );

    let undo = browser.get(&format!("/portal/subscriptions/{}/undo-change", pro.id)).await;
    assert!(undo.says("Nothing is charged today"), "{}", undo.text());
    let path = format!("/portal/subscriptions/{}/undo-change", pro.id);
    let undone = browser.submit(&undo, &path, &[]).await;
    assert!(browser.follow(&undone).await.says("The change is called off."));
    assert_eq!(now(&world, &pro).await.pending_change, None);
    assert_eq!(browser.submit(&undo, &path, &[]).await.status, StatusCode::CONFLICT, "it is undone once");

    // The newest wish counts: an upgrade drops the downgrade that waited.
    confirm(&browser, &preview(&browser, &pro, &basic, "").await).await;
    confirm(&browser, &preview(&browser, &pro, &team, "").await).await;
    let after = now(&world, &pro).await;
    assert_eq!((after.plan_id, after.pending_change), (team.id, None));
    world.run_workers_dry().await;
    let types = hook.types();
    for told in ["subscription.change_scheduled", "subscription.change_revoked", "subscription.activated"] {
        assert!(types.contains(&told.to_owned()), "{told} in {types:?}");
    }
}

async fn seats_go_up_at_once_and_down_later(world: World) {
    let acme = world.customer("Acme").insert().await;
    let eur = |minor| Money::from_minor(minor, domain::Currency::EUR);
    let desks = plan_with(&world, "Desks", "10.00", |plan| {
        plan.price.per_seat = true;
        plan.price.tiers = vec![Tier { from: 6, amount: eur(800) }];
        plan.price.tax_rate = "19".parse().unwrap();
        plan.seats = SeatRange { min: 2, max: Some(20) };
    })
    .await;
    offer(&world, &[]).await;
    let five = world.subscription(&acme, &desks).with(|one| one.seats = 5).insert().await;
    let browser = visit(&world, &acme).await;
    add_card(&browser, VISA).await;
    let page = browser.get(&format!("/portal/subscriptions/{}/change", five.id)).await;
    for says in ["Change your seats", "€10.00 a month for each seat, from seat 6 on €8.00", "2 to 20 seats"]
    {
        assert!(page.says(says), "{says}: {}", page.text());
    }
    for (typed, says) in [
        ("5", "This is what you have already."),
        ("0", "Please check the number of seats."),
        ("-3", "Please check the number of seats."),
        ("many", "Please check the number of seats."),
        ("99999999999", "Please check the number of seats."),
        ("1", "This plan begins with more seats."),
        ("21", "This plan has fewer seats at most."),
        ("4000000000", "This plan has fewer seats at most."),
    ] {
        let page = choose(&browser, &five, &desks, typed).await;
        assert!(page.status.is_client_error() && page.says(says), "{typed}: {} {}", page.status, page.text());
    }
    // Two more of the second tier: 16.00 a month, of which 30 days 11 hours are left.
    let ask = preview(&browser, &five, &desks, "7").await;
    assert!(ask.says("Pay €18.73 EUR and change seats"), "{}", ask.text());
    let receipt = confirm(&browser, &ask).await;
    assert!(receipt.says("Your change is done"), "{}", receipt.text());
    assert_eq!(now(&world, &five).await.seats, 7);
    assert_eq!(charged(&world).await, [(1_873, Answer::Succeeded)]);

    let ask = preview(&browser, &five, &desks, "3").await;
    assert!(ask.says("Change seats on 14 Apr 2030"), "{}", ask.text());
    confirm(&browser, &ask).await;
    let waiting = now(&world, &five).await;
    assert_eq!((waiting.seats, waiting.pending_change.unwrap().terms.seats), (7, 3));
    let ask = browser.get(&format!("/portal/subscriptions/{}/undo-change", five.id)).await;
    assert!(ask.says("The change to Desks, 3 seats on 14 Apr 2030"), "{}", ask.text());
    assert!(ask.says("You keep Desks, 7 seats"), "{}", ask.text());
}

async fn equal_prices_switch_and_trials_change_for_nothing(world: World) {
    let (acme, pro, [_, team, _], browser) = subscriber(&world).await;
    let twin = world.plan("Twin", "49.00").await;
    offer(&world, &[&twin, &team]).await;
    let before = sequence(&world).await;
    let ask = preview(&browser, &pro, &twin, "").await;
    assert!(ask.says("Switch now") && ask.says("To pay now €0.00"), "{}", ask.text());
    assert!(confirm(&browser, &ask).await.says("Your change is done"));
    assert_eq!(now(&world, &pro).await.plan_id, twin.id);
    assert_eq!(happened(&world, before).await, ["subscription.activated", "mail.updated"]);

    let trial = world.subscription(&acme, &twin).with(|one| {
        one.status = SubscriptionStatus::Trialing;
        one.trial_end = Some(one.period.end);
    });
    let trial = trial.insert().await;
    let ask = preview(&browser, &trial, &team, "").await;
    assert!(ask.says("Switch now") && ask.says("Next invoice, on 14 Apr 2030 €99.00"), "{}", ask.text());
    confirm(&browser, &ask).await;
    assert_eq!(now(&world, &trial).await.plan_id, team.id);
    assert_eq!((charged(&world).await, invoices(&world).await), (vec![], vec![]));
}

async fn a_year_begins_today_and_a_month_when_it_is_over(world: World) {
    let (_, pro, [own, _, _], browser) = subscriber(&world).await;
    let year = plan_with(&world, "Pro, yearly", "490.00", |plan| plan.price.interval = Interval::Year).await;
    offer(&world, &[&own, &year]).await;
    world.advance(SignedDuration::from_hours(24 * 10));
    let browser = {
        drop(browser);
        let customer = pro.customer_id.clone();
        let mut conn = world.app.db.read().await.unwrap();
        let customer = store::customers::get(&mut conn, &world.merchant.id, &customer).await.unwrap();
        drop(conn);
        visit(&world, &customer).await
    };
    let ask = preview(&browser, &pro, &year, "").await;
    assert!(ask.says("€490.00") && ask.says("Next invoice, on 24 Mar 2031 €490.00"), "{}", ask.text());
    confirm(&browser, &ask).await;
    let after = now(&world, &pro).await;
    assert_eq!((after.plan_id.clone(), after.period.start), (year.id, world.now()));
    assert_eq!((after.anchor.day, after.anchor.month), (24, 3));
    let ask = preview(&browser, &after, &own, "").await;
    assert!(ask.says("Switch on 24 Mar 2031") && ask.says("To pay now €0.00"), "{}", ask.text());
}

async fn what_is_not_paid_is_not_changed(world: World) {
    let (acme, pro, [_, team, _], _) = subscriber(&world).await;
    let browser = visit(&world, &acme).await;
    add_card(&browser, "4000 0000 0000 9995").await;
    let chosen = choose(&browser, &pro, &team, "").await;
    let ask = browser.follow(&chosen).await;
    let methods = {
        let mut conn = world.app.db.read().await.unwrap();
        store::payment_methods::list_for_customer(&mut conn, &world.merchant.id, &acme.id).await.unwrap()
    };
    let poor = methods.iter().find(|method| method.instrument.to_string().ends_with("9995")).unwrap();
    let before = sequence(&world).await;
    let refused = browser.submit(&ask, "/portal/changes/", &[("method", poor.id.as_str())]).await;
    let page = browser.follow(&refused).await;
    for says in
        ["The payment did not go through", "There is not enough money", "Your subscription is as it was."]
    {
        assert!(page.says(says), "{says}: {}", page.text());
    }
    assert_eq!(happened(&world, before).await, ["payment.progressed", "payment.failed"]);
    assert_eq!(now(&world, &pro).await, pro);
    assert_eq!(quote_at(&world, chosen.location()).await.state, QuoteState::Failed);
    // With the other card it works.
    let again = browser.submit(&page, "/portal/subscriptions/", &[]).await;
    let ask = browser.follow(&again).await;
    assert!(confirm(&browser, &ask).await.says("Your change is done"));
    assert_eq!(now(&world, &pro).await.plan_id, team.id);
    assert_eq!(invoices(&world).await.len(), 1);
}

/// A customer whose only card has the bank ask first.
async fn asked_by_the_bank(world: &World) -> (Customer, Subscription, Plan, Browser) {
    let acme = world.customer("Acme").insert().await;
    let (pro, team) = (world.plan("Pro", "49.00").await, world.plan("Team", "99.00").await);
    offer(world, &[&pro, &team]).await;
    let subscription = world.subscription(&acme, &pro).insert().await;
    let browser = visit(world, &acme).await;
    add_card(&browser, "4000 0025 0000 3155").await;
    (acme, subscription, team, browser)
}

async fn a_change_waits_for_the_bank(world: World) {
    let (_, pro, team, browser) = asked_by_the_bank(&world).await;
    for (answer, title) in [("no", "The payment did not go through"), ("yes", "Your change is done")] {
        let chosen = choose(&browser, &pro, &team, "").await;
        let ask = browser.follow(&chosen).await;
        let bank = confirm(&browser, &ask).await;
        assert!(bank.says("Confirm this payment") && bank.says("€49.19"), "{}", bank.text());
        assert_eq!(now(&world, &pro).await, pro, "not before it is paid");
        // Whoever comes back by another way is led to the change that waits.
        let other = browser.get(&format!("/portal/subscriptions/{}/change", pro.id)).await;
        assert_eq!(other.location(), chosen.location());
        let waiting = browser.get(chosen.location()).await;
        assert!(waiting.says("Confirm with your bank"), "{}", waiting.text());
        assert!(confirm(&browser, &ask).await.says("Confirm with your bank"));
        let back = browser.submit(&bank, "/portal/payments/", &[("answer", answer)]).await;
        let back = browser.follow(&back).await;
        let page = browser.follow(&back).await;
        assert!(page.says(title), "{}", page.text());
    }
    assert_eq!(now(&world, &pro).await.plan_id, team.id);
    assert_eq!(invoices(&world).await.len(), 1);

    // What nobody confirms is called off, and the way is free again.
    let basic = world.plan("Max", "199.00").await;
    offer(&world, &[&basic]).await;
    let chosen = choose(&browser, &pro, &basic, "").await;
    let ask = browser.follow(&chosen).await;
    confirm(&browser, &ask).await;
    world.advance(SignedDuration::from_mins(62));
    world.run_workers_dry().await;
    assert_eq!(quote_at(&world, chosen.location()).await.state, QuoteState::Failed);
    assert_eq!(now(&world, &pro).await.plan_id, team.id);
}

async fn money_for_a_change_that_was_overtaken_goes_back(world: World) {
    let (_, pro, team, browser) = asked_by_the_bank(&world).await;
    let chosen = choose(&browser, &pro, &team, "").await;
    let bank = confirm(&browser, &browser.follow(&chosen).await).await;
    let before = sequence(&world).await;
    // The merchant ends the subscription while the bank asks.
    let merchant = &world.merchant.id;
    let mut tx = world.app.db.write().await.unwrap();
    let (ending, fact) =
        now(&world, &pro).await.cancel(CancelAt::PeriodEnd, Actor::System, None, world.now()).unwrap();
    store::subscriptions::save(&mut tx, merchant, &ending).await.unwrap();
    store::events::append(&mut tx, &world.app, merchant, Actor::System, fact).await.unwrap();
    world.app.commit(tx).await.unwrap();

    let back = browser.submit(&bank, "/portal/payments/", &[("answer", "yes")]).await;
    let back = browser.follow(&back).await;
    let page = browser.follow(&back).await;
    assert!(page.says("Nothing was changed") && page.says("The money goes back"), "{}", page.text());
    assert_eq!(now(&world, &pro).await, ending);
    assert_eq!(invoices(&world).await, []);
    world.run_workers_dry().await;
    world.run_workers_dry().await;
    let refunds = {
        let mut conn = world.app.db.read().await.unwrap();
        store::sandbox::list_refunds(&mut conn, merchant).await.unwrap()
    };
    assert_eq!(refunds.len(), 1, "it goes back once");
    assert_eq!(refunds[0].1.minor(), 4_919);
    let told = crate::visiting::facts(&world, before).await;
    let back: Vec<_> = told.iter().filter(|fact| matches!(fact, EventBody::PaymentRefunded { .. })).collect();
    assert_eq!(back.len(), 1);
}

async fn figures_are_good_for_a_while_only(world: World) {
    let (_, pro, [_, team, basic], browser) = subscriber(&world).await;
    let chosen = choose(&browser, &pro, &team, "").await;
    let ask = browser.follow(&chosen).await;
    world.advance(SignedDuration::from_mins(16));
    assert!(browser.get(chosen.location()).await.says("These figures are out of date"));
    let late = browser.submit(&ask, "/portal/changes/", &[]).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(
        late.says("The figures have changed.") && late.says("Pay €49.18 EUR and switch"),
        "{}",
        late.text()
    );
    assert_eq!((charged(&world).await, now(&world, &pro).await), (vec![], pro.clone()));

    // Nor do they survive that the subscription, or the plan's price, moves on.
    let downgrade = preview(&browser, &pro, &basic, "").await;
    confirm(&browser, &downgrade).await;
    let moved = browser.submit(&late, "/portal/changes/", &[]).await;
    assert_eq!(moved.status, StatusCode::CONFLICT, "{}", moved.text());
    let mut dearer = team.clone();
    dearer.price.amount = Money::from_minor(10_900, domain::Currency::EUR);
    let mut tx = world.app.db.write().await.unwrap();
    store::plans::save(&mut tx, &world.merchant.id, &mut dearer).await.unwrap();
    tx.commit().await.unwrap();
    let moved = browser.submit(&moved, "/portal/changes/", &[]).await;
    assert!(moved.status == StatusCode::CONFLICT && moved.says("€109.00"), "{}", moved.text());
    assert_eq!(charged(&world).await, []);
    assert!(confirm(&browser, &moved).await.says("Your change is done"));
    let last = quote_at(&world, &moved.form("/portal/changes/").0).await;
    assert_eq!(charged(&world).await, [(last.change.totals.total.minor(), Answer::Succeeded)]);
}

async fn a_hundred_confirmations_charge_once(world: World) {
    let (_, pro, [_, team, _], browser) = subscriber(&world).await;
    let chosen = choose(&browser, &pro, &team, "").await;
    let ask = browser.follow(&chosen).await;
    let other = preview(&browser, &pro, &team, "").await;
    let clicks = (0..100).map(|at| {
        let page = if at % 10 == 9 { &other } else { &ask };
        browser.submit(page, "/portal/changes/", &[])
    });
    let answers = join_all(clicks).await;
    assert!(answers.iter().all(|page| matches!(page.status.as_u16(), 303 | 409)), "told what became of it");
    assert_eq!(charged(&world).await, [(4_919, Answer::Succeeded)]);
    assert_eq!(invoices(&world).await.len(), 1);
    assert_eq!(now(&world, &pro).await.version, 2);
}

async fn without_a_card_the_way_leads_over_one(world: World) {
    let acme = world.customer("Acme").insert().await;
    let (pro, team) = (world.plan("Pro", "49.00").await, world.plan("Team", "99.00").await);
    offer(&world, &[&team]).await;
    let subscription = world.subscription(&acme, &pro).insert().await;
    let browser = visit(&world, &acme).await;
    let chosen = choose(&browser, &subscription, &team, "").await;
    let ask = browser.follow(&chosen).await;
    assert!(ask.says("put a card on file first"), "{}", ask.text());
    let csrf = ask.form("/portal/sign-out").1[0].1.clone();
    let forged = browser.post(chosen.location(), &[("csrf", &csrf)]).await;
    assert_eq!(forged.status, StatusCode::FORBIDDEN);
    let quote = chosen.location().rsplit('/').next().unwrap();
    let form = browser.get(&format!("/portal/payment-methods/new/card?then=change:{quote}")).await;
    let card = [("number", VISA), ("expiry", "04/31"), ("code", "123"), ("holder", "Ada Lindqvist")];
    let added = browser.submit(&form, "/portal/payment-methods/new/card", &card).await;
    let ask = browser.follow(&added).await;
    assert!(confirm(&browser, &ask).await.says("Your change is done"));
    assert_eq!(now(&world, &subscription).await.plan_id, team.id);
}

async fn the_changes_of_others_are_unknown(world: World) {
    let (_, pro, [_, team, _], browser) = subscriber(&world).await;
    let chosen = choose(&browser, &pro, &team, "").await;
    let ask = browser.follow(&chosen).await;
    let other = world.customer("Other").insert().await;
    let stranger = visit(&world, &other).await;
    let csrf = stranger.get("/portal").await.form("/portal/sign-out").1[0].1.clone();
    let unknown = "/portal/changes/quo_01k9zv7c5e8h2m4q6s8w0y2a4b";
    for path in [chosen.location(), unknown] {
        let page = stranger.get(path).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{}", page.text());
        assert_eq!(stranger.post(path, &[("csrf", &csrf)]).await.status, StatusCode::NOT_FOUND);
    }
    for act in ["change", "undo-change"] {
        let path = format!("/portal/subscriptions/{}/{act}", pro.id);
        assert_eq!(stranger.get(&path).await.status, StatusCode::NOT_FOUND);
        let form = [("csrf", csrf.as_str()), ("plan", team.id.as_str()), ("seats", "1")];
        assert_eq!(stranger.post(&path, &form).await.status, StatusCode::NOT_FOUND);
    }
    // Without the form's proof nothing happens either.
    assert!(browser.post(chosen.location(), &[]).await.status.is_client_error());
    assert_eq!((charged(&world).await, now(&world, &pro).await), (vec![], pro));
    assert!(ask.says("Pay €49.19 EUR and switch"));
}
