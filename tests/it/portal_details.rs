//! Customers correct what their invoices are made out to.

use contract::api::CreatePortalSession;
use domain::{BillingField, Customer, EventBody, InitialPage, TaxId};
use jiff::SignedDuration;
use portico::store;
use reqwest::{Method, StatusCode};
use testkit::{Browser, Page, World, both_engines};
use url::Url;

use crate::api_call::Caller;
use crate::visiting::{
    another_merchant, configure, facts, happened, link_with, mails, sequence, visit, words,
};

both_engines!(
    details_are_corrected_and_told,
    what_cannot_be_is_marked_and_nothing_is_saved,
    of_two_tabs_one_wins,
    only_listed_fields_can_be_corrected,
    a_new_address_counts_once_it_is_confirmed,
    the_configuration_that_allowed_an_address_confirms_it,
    a_confirming_link_works_once_and_for_a_day,
    a_dead_confirming_link_names_no_merchant,
    nobody_is_flooded_with_confirmations,
    issued_invoices_stay_as_they_are,
    a_link_may_lead_there,
);

const DETAILS: &str = "/portal/billing-details";

async fn open_to_all(world: &World) -> Customer {
    configure(world, |configuration| {
        BillingField::ALL.into_iter().for_each(|field| configuration.billing_details.set(field, true));
    })
    .await;
    world.customer("Acme").email("books@acme.example").insert().await
}

async fn on_file(world: &World, customer: &Customer) -> Customer {
    let mut conn = world.app.db.read().await.unwrap();
    store::customers::get(&mut conn, &world.merchant.id, &customer.id).await.unwrap()
}

async fn correct(browser: &Browser, typed: &[(&str, &str)]) -> Page {
    let form = browser.get(DETAILS).await;
    browser.submit(&form, DETAILS, typed).await
}

const ADDRESS: [(&str, &str); 4] =
    [("line1", "Am Sandtorkai 50"), ("postal_code", "20457"), ("city", "Hamburg"), ("country", "DE")];

async fn details_are_corrected_and_told(world: World) {
    let acme = open_to_all(&world).await;
    let browser = visit(&world, &acme).await;
    let before = sequence(&world).await;
    let mut typed = vec![("name", "Acme SE"), ("tax_kind_1", "eu_vat"), ("tax_value_1", "de 136 695 976")];
    typed.extend(ADDRESS);
    let saved = correct(&browser, &typed).await;
    assert_eq!(
        (saved.status, saved.location()),
        (StatusCode::SEE_OTHER, "/portal/billing-details?notice=details_saved")
    );
    let after = browser.follow(&saved).await;
    assert!(after.says("Your billing details are saved."), "{}", after.text());

    let now = on_file(&world, &acme).await;
    assert_eq!((now.name.as_str(), now.version), ("Acme SE", 2));
    assert_eq!(now.address.lines(), ["Am Sandtorkai 50", "20457 Hamburg", "DE"]);
    assert_eq!(now.tax_ids, [TaxId { kind: "eu_vat".into(), value: "DE136695976".into() }]);
    assert_eq!(facts(&world, before).await, [EventBody::CustomerUpdated { customer: now }]);
    let told = browser.get("/portal/activity").await;
    assert!(told.says("Billing details changed: name, address and tax numbers"), "{}", told.text());

    let again = sequence(&world).await;
    correct(&browser, &[]).await;
    assert!(happened(&world, again).await.is_empty(), "what is as it was is no event");
}

async fn what_cannot_be_is_marked_and_nothing_is_saved(world: World) {
    let acme = open_to_all(&world).await;
    let browser = visit(&world, &acme).await;
    let before = sequence(&world).await;
    let long = "x".repeat(201);
    for (field, typed, says) in [
        ("name", "", "Please fill this in."),
        ("name", "Acme\nBcc: x", "Please write one line of at most 200 characters."),
        ("name", &long, "Please write one line of at most 200 characters."),
        ("email", "nowhere", "This is not an e-mail address"),
        ("email", "a@b.example\r\nBcc: c@d.example", "This is not an e-mail address"),
        ("line1", "", "Please fill this in."),
        ("country", "Atlantis", "Please fill this in."),
        ("tax_value_1", "DE136695977", "This number has a slip in it."),
        ("tax_value_1", "12", "This is not what such a number looks like."),
        ("tax_kind_1", "moon_vat", "This is not what such a number looks like."),
    ] {
        let mut sent = vec![("tax_kind_1", "eu_vat"), ("tax_value_1", "DE136695976")];
        sent.retain(|(name, _)| *name != field);
        sent.push((field, typed));
        let page = correct(&browser, &sent).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}={typed}");
        assert!(page.says(says) && page.says("Please check the marked fields."), "{field}: {}", page.text());
    }
    // An address is asked for what its country needs.
    let us = [("line1", "1 Main St"), ("city", "Springfield"), ("postal_code", "62701"), ("country", "US")];
    assert_eq!(correct(&browser, &us).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let hong_kong = [("line1", "1 Queen's Road"), ("city", "Central"), ("country", "HK")];
    assert_eq!(sequence(&world).await, before);
    assert_eq!(correct(&browser, &hong_kong).await.status, StatusCode::SEE_OTHER);
}

async fn of_two_tabs_one_wins(world: World) {
    let acme = open_to_all(&world).await;
    let browser = visit(&world, &acme).await;
    let (one, other) = (browser.get(DETAILS).await, browser.get(DETAILS).await);
    assert_eq!(browser.submit(&one, DETAILS, &[("name", "One")]).await.status, StatusCode::SEE_OTHER);
    let late = browser.submit(&other, DETAILS, &[("name", "Other")]).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.says("This page was out of date"), "{}", late.text());
    assert_eq!(on_file(&world, &acme).await.name, "One");
}

async fn only_listed_fields_can_be_corrected(world: World) {
    let acme = open_to_all(&world).await;
    configure(&world, |configuration| configuration.billing_details.set(BillingField::Name, false)).await;
    let browser = visit(&world, &acme).await;
    let form = browser.get(DETAILS).await;
    assert!(form.says("Acme") && !form.body.contains("id=\"name\""), "{}", form.text());
    let before = sequence(&world).await;
    let forged = browser.submit(&form, DETAILS, &[("name", "Mallory")]).await;
    assert_eq!(forged.status, StatusCode::FORBIDDEN);
    assert_eq!(sequence(&world).await, before);
    assert_eq!(correct(&browser, &ADDRESS).await.status, StatusCode::SEE_OTHER);
}

/// The link in the last mail to this address.
async fn confirming(world: &World, to: &str) -> Url {
    let sent = mails(world).await;
    let letter = sent.iter().rev().find(|mail| mail.to == [to.to_owned()]).expect("a mail");
    let from = letter.text.find("http").unwrap();
    let link = letter.text[from..].split(|c: char| c.is_whitespace() || c == '"').next().unwrap();
    assert!(link.contains("/portal/email/"), "{link}");
    link.parse().unwrap()
}

async fn a_new_address_counts_once_it_is_confirmed(world: World) {
    let acme = open_to_all(&world).await;
    let browser = visit(&world, &acme).await;
    let asked = correct(&browser, &[("email", "new@acme.example")]).await;
    let asked = browser.follow(&asked).await;
    assert!(asked.says("new@acme.example waits to be confirmed."), "{}", asked.text());
    assert_eq!(on_file(&world, &acme).await.email.as_str(), "books@acme.example");

    let link = confirming(&world, "new@acme.example").await;
    let stranger = world.browser();
    // Scanners follow links, and some post forms.
    stranger.get(link.path()).await;
    world.browser().post(link.path(), &[("nonce", "x")]).await;
    assert_eq!(on_file(&world, &acme).await.email.as_str(), "books@acme.example");
    let door = stranger.get(link.path()).await;
    assert!(door.says("Northwind is to send your billing mails to new@acme.example"), "{}", door.text());
    let before = sequence(&world).await;
    let done = stranger.submit(&door, link.path(), &[]).await;
    assert!(done.says("Your e-mail address has changed"), "{}", done.text());
    assert_eq!(on_file(&world, &acme).await.email.as_str(), "new@acme.example");
    assert!(happened(&world, before).await.contains(&"customer.updated"));
    let sent = mails(&world).await;
    let told = sent.iter().find(|mail| mail.to == ["books@acme.example"]).expect("the old address is told");
    assert!(told.text.contains("new@acme.example") && !told.text.contains("/portal/"), "{}", told.text);
}

/// The session had a configuration of its own; the default lets nobody change their address.
async fn the_configuration_that_allowed_an_address_confirms_it(world: World) {
    let acme = world.customer("Acme").email("books@acme.example").insert().await;
    let admin = Caller::admin(&world);
    configure(&world, |default| default.billing_details.set(BillingField::Email, false)).await;
    let mut open = admin.get("/v1/portal-configuration").await.expect(200).json();
    (open["name"], open["billing_details"]["email"]) = ("Partners".into(), true.into());
    let open = admin.post("/v1/portal-configurations", &open).await.expect(201);
    let id = open.json()["id"].as_str().unwrap().to_owned();
    let wish = CreatePortalSession::for_customer(acme.id.clone());
    let wish = CreatePortalSession { configuration_id: Some(id.parse().unwrap()), ..wish };
    let browser = world.browser();
    browser.open_link(&link_with(&world, wish).await).await;
    correct(&browser, &[("email", "new@acme.example")]).await;
    let link = confirming(&world, "new@acme.example").await;
    // The visit is over; what it may not do any more is not what was asked for in it.
    let door = browser.get("/portal").await;
    browser.submit(&door, "/portal/sign-out", &[]).await;
    let path = format!("/v1/portal-configurations/{id}");
    let kept = admin.write(Method::DELETE, &path, "\"1\"", &serde_json::json!({})).await;
    assert_eq!(kept.refusal(), "409 conflict", "an address waits to be confirmed by it");
    let owner = world.browser();
    let door = owner.get(link.path()).await;
    let done = owner.submit(&door, link.path(), &[]).await;
    assert!(done.says("Your e-mail address has changed"), "{}", done.text());
    assert_eq!(on_file(&world, &acme).await.email.as_str(), "new@acme.example");
    admin.write(Method::DELETE, &path, "\"1\"", &serde_json::json!({})).await.expect(204);
}

async fn a_confirming_link_works_once_and_for_a_day(world: World) {
    let acme = open_to_all(&world).await;
    let browser = visit(&world, &acme).await;
    correct(&browser, &[("email", "one@acme.example")]).await;
    let replaced = confirming(&world, "one@acme.example").await;
    correct(&browser, &[("email", "two@acme.example")]).await;
    let used = confirming(&world, "two@acme.example").await;
    assert_eq!(
        world.browser().get(replaced.path()).await.status,
        StatusCode::GONE,
        "a newer one took its place"
    );
    let other = world.browser();
    let door = other.get(used.path()).await;
    assert_eq!(other.submit(&door, used.path(), &[]).await.status, StatusCode::OK);
    let again = other.get(used.path()).await;
    assert_eq!(again.status, StatusCode::GONE);
    let unknown = other.get("/portal/email/never-was").await;
    assert_eq!(words(&unknown), words(&again));

    correct(&browser, &[("email", "three@acme.example")]).await;
    let late = confirming(&world, "three@acme.example").await;
    world.advance(SignedDuration::from_hours(24));
    assert_eq!(world.browser().get(late.path()).await.status, StatusCode::GONE);
    assert_eq!(on_file(&world, &acme).await.email.as_str(), "two@acme.example");
}

async fn a_dead_confirming_link_names_no_merchant(world: World) {
    let acme = open_to_all(&world).await;
    let browser = visit(&world, &acme).await;
    correct(&browser, &[("email", "new@acme.example")]).await;
    let late = confirming(&world, "new@acme.example").await;
    world.advance(SignedDuration::from_hours(24));
    another_merchant(&world).await;
    for path in [late.path(), "/portal/email/never-was"] {
        let page = world.browser().get(path).await;
        assert_eq!(page.status, StatusCode::GONE);
        assert!(page.says("This link does not work any more"), "{}", page.text());
        assert!(page.says("enter it again in your billing details"), "{}", page.text());
        for name in ["Northwind", "Contoso", "Acme", "new@", "books@"] {
            assert!(!page.says(name), "{name}: {}", page.text());
        }
    }
}

async fn nobody_is_flooded_with_confirmations(world: World) {
    let acme = open_to_all(&world).await;
    let browser = visit(&world, &acme).await;
    let mut last = StatusCode::OK;
    for number in 0..20 {
        last = correct(&browser, &[("email", &format!("n{number}@acme.example"))]).await.status;
    }
    assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
    assert!(mails(&world).await.len() < 20);
}

async fn issued_invoices_stay_as_they_are(world: World) {
    let acme = open_to_all(&world).await;
    let invoice = world.invoice(&acme, "R-1").line("Pro", "1", "49.00").insert().await;
    let browser = visit(&world, &acme).await;
    correct(&browser, &[("name", "Acme SE")]).await;
    let page = browser.get(&format!("/portal/invoices/{}", invoice.id)).await;
    let sheet = page.body.split("</main>").next().unwrap();
    assert!(sheet.contains(">Acme<") && !sheet.contains("Acme SE"), "{}", page.text());
}

async fn a_link_may_lead_there(world: World) {
    let acme = open_to_all(&world).await;
    let wish = CreatePortalSession::for_customer(acme.id.clone());
    let wish = CreatePortalSession { initial_page: Some(InitialPage::BillingDetails), ..wish };
    let page = world.browser().open_link(&link_with(&world, wish).await).await;
    assert_eq!(page.url.path(), DETAILS);
}
