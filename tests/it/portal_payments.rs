//! A customer puts cards and bank accounts on file and pays with them.

use std::io;
use std::sync::{Arc, Mutex};

use domain::{
    Customer, Decline, EventBody, Instrument, Invoice, InvoiceState, PaymentMethod, PaymentMethodChange,
    PaymentPurpose, PaymentStatus, Subscription, SubscriptionStatus,
};
use futures::future::join_all;
use jiff::SignedDuration;
use portico::payments::{self, Answer, Charge};
use portico::store;
use reqwest::StatusCode;
use testkit::{Browser, Engine, Page, World, both_engines};

use crate::visiting::{configure, facts, happened, mails, sequence, visit};

both_engines!(
    a_card_is_put_on_file_and_pays_an_invoice,
    slips_are_told_and_nothing_is_kept,
    a_declined_payment_says_why_and_leaves_the_invoice_due,
    of_several_invoices_those_that_can_be_paid_are,
    a_bank_may_ask_the_customer_first,
    what_nobody_confirms_is_called_off,
    a_payment_that_was_cut_off_is_settled_once,
    a_hundred_clicks_pay_once,
    what_is_due_may_change_under_the_page,
    a_card_is_brought_up_to_date,
    one_payment_method_always_stays,
    bank_accounts_only_where_they_are_allowed,
    where_payment_is_switched_off_nothing_of_it_is_left,
);

pub(crate) const VISA: &str = "4242 4242 4242 4242";

pub(crate) async fn methods(world: &World, customer: &Customer) -> Vec<PaymentMethod> {
    let mut conn = world.app.db.read().await.unwrap();
    store::payment_methods::list_for_customer(&mut conn, &world.merchant.id, &customer.id).await.unwrap()
}

pub(crate) async fn invoice_now(world: &World, invoice: &Invoice) -> Invoice {
    let mut conn = world.app.db.read().await.unwrap();
    store::invoices::find(&mut conn, &world.merchant.id, &invoice.id).await.unwrap().unwrap()
}

/// What the provider was asked for.
pub(crate) async fn charged(world: &World) -> Vec<(i64, Answer)> {
    let mut conn = world.app.db.read().await.unwrap();
    let charges = store::sandbox::list(&mut conn, &world.merchant.id).await.unwrap();
    charges.into_iter().map(|charge| (charge.amount.minor(), charge.answer)).collect()
}

pub(crate) async fn add_card(browser: &Browser, number: &str) -> Page {
    let form = browser.get("/portal/payment-methods/new/card").await;
    let card = [("number", number), ("expiry", "04/31"), ("code", "123"), ("holder", "Ada Lindqvist")];
    browser.submit(&form, "/portal/payment-methods/new/card", &card).await
}

pub(crate) async fn pay_all(browser: &Browser) -> Page {
    let ask = browser.get("/portal/pay").await;
    let done = browser.submit(&ask, "/portal/pay", &[]).await;
    browser.follow(&done).await
}

/// A customer who owes €49.00, with a browser in which they are in.
pub(crate) async fn debtor(world: &World) -> (Customer, Invoice, Browser) {
    let acme = world.customer("Acme").insert().await;
    let invoice = world.invoice(&acme, "2030-0001").line("Pro", "1", "49.00").insert().await;
    let browser = visit(world, &acme).await;
    (acme, invoice, browser)
}

async fn a_card_is_put_on_file_and_pays_an_invoice(world: World) {
    let (acme, invoice, browser) = debtor(&world).await;
    let before = sequence(&world).await;

    // Without a card the page asks for one, and leads back.
    let ask = browser.get(&format!("/portal/pay?invoice={}", invoice.id)).await;
    assert!(ask.says("put a card on file first"), "{}", ask.text());
    let form = browser.get(&format!("/portal/payment-methods/new/card?then=pay:{}", invoice.id)).await;
    let card = [("number", VISA), ("expiry", "04/31"), ("code", "123"), ("holder", "Ada Lindqvist")];
    let added = browser.submit(&form, "/portal/payment-methods/new/card", &card).await;
    let ask = browser.follow(&added).await;
    assert!(ask.says("Visa ending in 4242") && ask.says("Pay €49.00"), "{}", ask.text());
    assert_eq!(charged(&world).await, [], "asking charges nothing");

    let done = browser.submit(&ask, "/portal/pay", &[]).await;
    let page = browser.follow(&done).await;
    assert!(page.says("Thank you, this is paid") && page.says("2030-0001"), "{}", page.text());
    let paid = invoice_now(&world, &invoice).await;
    assert_eq!((paid.state, paid.amount_paid), (InvoiceState::Paid, invoice.totals.total));
    assert_eq!(charged(&world).await, [(4_900, Answer::Succeeded)]);
    let happened = happened(&world, before).await;
    let told =
        ["payment.updated", "payment.progressed", "payment.progressed", "invoice.paid", "mail.updated"];
    assert_eq!(happened, told);
    let sent = mails(&world).await;
    assert_eq!(sent.len(), 1);
    assert!(sent[0].text.contains("Receipt for invoice 2030-0001"), "{}", sent[0].text);
    assert!(sent[0].text.contains("Visa ending in 4242"), "{}", sent[0].text);
    assert_eq!(methods(&world, &acme).await.len(), 1);
    assert!(browser.get("/portal").await.says("You are all paid up"));
}

async fn slips_are_told_and_nothing_is_kept(world: World) {
    let (acme, _, browser) = debtor(&world).await;
    let before = sequence(&world).await;
    let form = browser.get("/portal/payment-methods/new/card").await;
    for (number, expiry, code, holder, says) in [
        ("4242 4242 4242 4241", "04/31", "123", "Ada", "has a slip in it"),
        ("4242", "04/31", "123", "Ada", "too few or too many digits"),
        ("hello", "04/31", "123", "Ada", "Write the digits only"),
        (VISA, "02/30", "123", "Ada", "This card has expired"),
        (VISA, "soon", "123", "Ada", "Write the month and the year"),
        (VISA, "04/31", "12", "Ada", "The security code is"),
        (VISA, "04/31", "123", " ", "Write the name"),
        (VISA, "04/31", "123", VISA, "This looks like a number"),
        ("4111 1111 1111 1111", "04/31", "123", "Ada", "test numbers only"),
    ] {
        let typed = [("number", number), ("expiry", expiry), ("code", code), ("holder", holder)];
        let page = browser.submit(&form, "/portal/payment-methods/new/card", &typed).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{number} {expiry} {code}");
        assert!(page.says(says) && page.says("Nothing was saved"), "{}", page.text());
        let value = |name: &str| {
            let (_, fields) = page.form("/portal/payment-methods/new/card");
            fields.into_iter().find(|(field, _)| field == name).unwrap().1
        };
        assert_eq!((value("number"), value("code")), (String::new(), String::new()));
        assert_eq!(value("expiry"), expiry, "what is not secret need not be typed again");
    }
    let forged = browser.post("/portal/payment-methods/new/card", &[("number", VISA)]).await;
    assert!(forged.status.is_client_error());
    assert_eq!(methods(&world, &acme).await, []);
    assert_eq!(sequence(&world).await, before);
}

async fn a_declined_payment_says_why_and_leaves_the_invoice_due(world: World) {
    let (_, invoice, browser) = debtor(&world).await;
    add_card(&browser, "4000 0000 0000 9995").await;
    let before = sequence(&world).await;
    let page = pay_all(&browser).await;
    assert!(page.says("The payment did not go through"), "{}", page.text());
    assert!(
        page.says("There is not enough money on the account") && page.says("Try again"),
        "{}",
        page.text()
    );
    assert_eq!(invoice_now(&world, &invoice).await.state, InvoiceState::Open);
    assert_eq!(happened(&world, before).await, ["payment.progressed", "payment.failed"]);
    // Another try is another payment.
    assert!(pay_all(&browser).await.says("The payment did not go through"));
    assert_eq!(charged(&world).await.len(), 2);
}

async fn of_several_invoices_those_that_can_be_paid_are(world: World) {
    let (acme, small, browser) = debtor(&world).await;
    let large = world.invoice(&acme, "2030-0002").line("Workshop", "1", "900.00").insert().await;
    let yen = world.invoice(&acme, "2030-0003").currency("JPY").line("Tea", "3", "900").insert().await;
    // A card good for 100 units of any currency: ¥2,700 is within its 10,000 minor units.
    add_card(&browser, "4000 0000 0000 1000").await;
    let ask = browser.get("/portal/pay").await;
    assert!(ask.says("€949.00") && ask.says("¥2,700"), "{}", ask.text());
    let page = pay_all(&browser).await;
    assert!(page.says("2 of 3 invoices are paid"), "{}", page.text());
    assert_eq!(page.text().matches("There is not enough money").count(), 1);
    let states = join_all([&small, &large, &yen].map(|one| invoice_now(&world, one))).await;
    let states: Vec<_> = states.iter().map(|invoice| invoice.state).collect();
    assert_eq!(states, [InvoiceState::Paid, InvoiceState::Open, InvoiceState::Paid]);
}

async fn a_bank_may_ask_the_customer_first(world: World) {
    let (_, invoice, browser) = debtor(&world).await;
    add_card(&browser, "4000 0025 0000 3155").await;
    for (answer, title, state) in [
        ("no", "The payment did not go through", InvoiceState::Open),
        ("yes", "Thank you, this is paid", InvoiceState::Paid),
    ] {
        let bank = pay_all(&browser).await;
        assert!(bank.says("Confirm this payment") && bank.says("€49.00"), "{}", bank.text());
        assert_eq!(invoice_now(&world, &invoice).await.state, InvoiceState::Open);
        // Coming back to pay again leads to the payment that waits.
        let again = browser.get(&format!("/portal/pay?invoice={}", invoice.id)).await;
        assert!(browser.follow(&again).await.says("Confirm with your bank"));
        let back = browser.submit(&bank, "/portal/payments/", &[("answer", answer)]).await;
        let page = browser.follow(&back).await;
        assert!(page.says(title), "{}", page.text());
        assert_eq!(invoice_now(&world, &invoice).await.state, state);
        let late = browser.submit(&bank, "/portal/payments/", &[("answer", "yes")]).await;
        assert!(browser.follow(&late).await.says(title), "an answer counts once");
    }
}

async fn what_nobody_confirms_is_called_off(world: World) {
    let (_, invoice, browser) = debtor(&world).await;
    add_card(&browser, "4000 0025 0000 3155").await;
    assert!(pay_all(&browser).await.says("Confirm this payment"));
    world.advance(SignedDuration::from_mins(59));
    world.run_workers_dry().await;
    assert_eq!(charged(&world).await, [(4_900, Answer::Waiting)]);
    world.advance(SignedDuration::from_mins(2));
    world.run_workers_dry().await;
    assert_eq!(charged(&world).await, [(4_900, Answer::Declined(Decline::NotConfirmed))]);
    assert_eq!(invoice_now(&world, &invoice).await.state, InvoiceState::Open);
}

async fn a_payment_that_was_cut_off_is_settled_once(world: World) {
    let (acme, invoice, browser) = debtor(&world).await;
    add_card(&browser, VISA).await;
    let method = methods(&world, &acme).await.remove(0);
    // The server dies after it wrote the payment down, before or after it asked the provider.
    let mut tx = world.app.db.write().await.unwrap();
    let charge = Charge {
        customer: &acme.id,
        method: &method,
        amount: invoice.amount_due(),
        purpose: PaymentPurpose::Invoice { invoice_id: invoice.id.clone() },
        batch: None,
    };
    let actor = domain::Actor::Customer;
    let started =
        payments::start(&mut tx, &world.app, &world.merchant.id, actor, charge.clone()).await.unwrap();
    tx.commit().await.unwrap();
    let mut tx = world.app.db.write().await.unwrap();
    let twice =
        payments::start(&mut tx, &world.app, &world.merchant.id, domain::Actor::Customer, charge).await;
    assert!(matches!(twice, Err(portico::db::StoreError::Conflict(_))), "{twice:?}");
    drop(tx);
    let token = {
        let mut conn = world.app.db.read().await.unwrap();
        store::payment_methods::find_token(&mut conn, &world.merchant.id, &method.id).await.unwrap().unwrap()
    };
    let (app, merchant) = (&world.app, &world.merchant.id);
    app.provider.charge(app, merchant, &started, &method, &token).await.unwrap();
    assert_eq!(invoice_now(&world, &invoice).await.state, InvoiceState::Open);
    let page = browser.get(&format!("/portal/payments/{}", started.id)).await;
    assert!(page.says("In progress"), "{}", page.text());

    world.run_workers_dry().await;
    assert_eq!(invoice_now(&world, &invoice).await.state, InvoiceState::Open, "it is not yet time");
    world.advance(SignedDuration::from_mins(3));
    world.run_workers_dry().await;
    assert_eq!(invoice_now(&world, &invoice).await.state, InvoiceState::Paid);
    assert_eq!(charged(&world).await, [(4_900, Answer::Succeeded)], "asked twice, charged once");
}

async fn a_hundred_clicks_pay_once(world: World) {
    let (_, invoice, browser) = debtor(&world).await;
    add_card(&browser, VISA).await;
    let ask = browser.get("/portal/pay").await;
    let before = sequence(&world).await;
    let answers = join_all((0..100).map(|_| browser.submit(&ask, "/portal/pay", &[]))).await;
    let ways: std::collections::BTreeSet<_> =
        answers.iter().map(|page| (page.status.as_u16(), page.location())).collect();
    assert_eq!(ways.len(), 1, "each is shown how the first went: {ways:?}");
    assert_eq!(charged(&world).await, [(4_900, Answer::Succeeded)]);
    assert_eq!(invoice_now(&world, &invoice).await.amount_paid, invoice.totals.total);
    let paid = facts(&world, before).await;
    assert_eq!(paid.iter().filter(|fact| matches!(fact, EventBody::InvoicePaid { .. })).count(), 1);
}

async fn what_is_due_may_change_under_the_page(world: World) {
    let (acme, _, browser) = debtor(&world).await;
    add_card(&browser, VISA).await;
    let ask = browser.get("/portal/pay").await;
    world.invoice(&acme, "2030-0002").line("Workshop", "1", "900.00").insert().await;
    let page = browser.submit(&ask, "/portal/pay", &[]).await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    assert!(page.says("What is due has changed") && page.says("€949.00"), "{}", page.text());
    assert_eq!(charged(&world).await, []);
    let done = browser.submit(&page, "/portal/pay", &[]).await;
    assert!(browser.follow(&done).await.says("Thank you, this is paid"));
}

async fn a_card_is_brought_up_to_date(world: World) {
    let (acme, _, browser) = debtor(&world).await;
    add_card(&browser, VISA).await;
    let visa = methods(&world, &acme).await.remove(0);
    let path = format!("/portal/payment-methods/{}", visa.id);
    let before = sequence(&world).await;
    let form = browser.get(&path).await;
    assert!(
        form.says("Update Visa ending in 4242") && form.says("is added as a new card"),
        "{}",
        form.text()
    );
    let long = "x".repeat(201);
    for (field, typed, says) in [
        ("expiry", "02/30", "This card has expired"),
        ("expiry", "soon", "Write the month and the year"),
        ("holder", "", "Write the name"),
        ("holder", VISA, "This looks like a number"),
        ("line1", long.as_str(), "one line of at most 200 characters"),
        ("city", "Ham\nburg", "one line of at most 200 characters"),
        ("country", "Atlantis", "Please fill this in"),
    ] {
        let page = browser.submit(&form, &path, &[(field, typed)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}: {typed}");
        assert!(page.says(says) && page.says("Nothing was saved"), "{field}: {}", page.text());
    }
    assert_eq!(sequence(&world).await, before);

    let wanted = [("expiry", "05/32"), ("line1", "Am Sandtorkai 50"), ("city", "Hamburg"), ("country", "DE")];
    let done = browser.submit(&form, &path, &wanted).await;
    assert!(browser.follow(&done).await.says("Your payment method is up to date."));
    let now = methods(&world, &acme).await.remove(0);
    assert_eq!((now.instrument.to_string(), now.version), (visa.instrument.to_string(), visa.version + 1));
    assert_eq!(now.instrument.expiry().unwrap().to_string(), "05/2032");
    let address = (now.address.line1.as_str(), now.address.city.as_str(), now.address.country.as_str());
    assert_eq!(address, ("Am Sandtorkai 50", "Hamburg", "DE"));
    let facts = facts(&world, before).await;
    let [EventBody::PaymentUpdated { change, .. }] = facts.as_slice() else { panic!("{facts:?}") };
    assert_eq!(*change, PaymentMethodChange::Updated);

    // The first page is of before.
    let late = browser.submit(&form, &path, &[("expiry", "06/33")]).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.says("This page was out of date"), "{}", late.text());
    assert_eq!(methods(&world, &acme).await, [now]);
    let other = visit(&world, &world.customer("Other").insert().await).await;
    assert_eq!(other.get(&path).await.status, StatusCode::NOT_FOUND);
}

async fn one_payment_method_always_stays(world: World) {
    let (acme, _, browser) = debtor(&world).await;
    let pro = world.plan("Pro", "49.00").await;
    let running = world.subscription(&acme, &pro).insert().await;
    // More have ended since than any list of them holds; the oldest still needs a way to pay.
    world.advance(SignedDuration::from_secs(1));
    let ended = || {
        let (id, status) = (world.app.new_id(), SubscriptionStatus::Canceled);
        Subscription { id, status, ..running.clone() }
    };
    let ended: Vec<Subscription> = (0..store::subscriptions::MOST).map(|_| ended()).collect();
    let mut tx = world.app.db.write().await.unwrap();
    store::subscriptions::insert_all(&mut tx, &world.merchant.id, &ended).await.unwrap();
    tx.commit().await.unwrap();
    add_card(&browser, VISA).await;
    let list = browser.get("/portal/payment-methods").await;
    assert!(list.says("To replace it, add another first") && !list.says("Remove"), "{}", list.text());
    let csrf = list.form("/portal/sign-out").1[0].1.clone();
    let forge = async |method: &PaymentMethod| {
        let path = format!("/portal/payment-methods/{}/remove", method.id);
        let page = browser.get(&path).await;
        assert_eq!(page.status, browser.post(&path, &[("csrf", &csrf)]).await.status);
        page.status
    };
    let visa = methods(&world, &acme).await.remove(0);
    assert_eq!(forge(&visa).await, StatusCode::FORBIDDEN);

    // With another on file the default still stays, until the other takes its place.
    add_card(&browser, "5555 5555 5555 4444").await;
    assert_eq!(forge(&visa).await, StatusCode::FORBIDDEN);
    let before = sequence(&world).await;
    let list = browser.get("/portal/payment-methods").await;
    assert!(list.says("Make another payment method the default first."), "{}", list.text());
    let done = browser.submit(&list, "/portal/payment-methods/", &[]).await;
    assert!(browser.follow(&done).await.says("Your default has changed"));
    let remove = browser.get(&format!("/portal/payment-methods/{}/remove", visa.id)).await;
    let done = browser.submit(&remove, "/portal/payment-methods/", &[]).await;
    assert!(browser.follow(&done).await.says("The payment method is removed"));
    let left = methods(&world, &acme).await;
    assert_eq!(left.len(), 1);
    assert!(left[0].is_default && left[0].instrument.to_string() == "Mastercard ending in 4444");
    let changes: Vec<_> = facts(&world, before)
        .await
        .into_iter()
        .map(|fact| match fact {
            EventBody::PaymentUpdated { change, .. } => change,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(changes, [PaymentMethodChange::MadeDefault, PaymentMethodChange::Removed]);
    // The same number again brings the one on file up to date.
    add_card(&browser, "5555 5555 5555 4444").await;
    assert_eq!(methods(&world, &acme).await.len(), 1);
}

async fn bank_accounts_only_where_they_are_allowed(world: World) {
    let (acme, invoice, browser) = debtor(&world).await;
    let path = "/portal/payment-methods/new/bank-account";
    let list = browser.get("/portal/payment-methods").await;
    assert!(!list.says("Add a bank account"));
    let csrf = list.form("/portal/sign-out").1[0].1.clone();
    let iban = ("iban", "DE89 3704 0044 0532 0130 00");
    let typed = [("csrf", csrf.as_str()), ("holder", "Acme GmbH"), iban, ("routing", ""), ("account", "")];
    assert_eq!(browser.get(path).await.status, StatusCode::FORBIDDEN);
    assert_eq!(browser.post(path, &typed).await.status, StatusCode::FORBIDDEN);

    configure(&world, |configuration| configuration.self_serve.allow_bank_accounts = true).await;
    let form = browser.get(path).await;
    for (iban, routing, account, says) in [
        ("DE88 3704 0044 0532 0130 00", "", "", "not a valid IBAN"),
        ("", "", "", "Fill in an IBAN, or a routing"),
        ("", "110000001", "000123456789", "A routing number has 9 digits"),
        ("", "110000000", "1", "4 to 17 digits"),
        ("DE89 3704 0044 0532 0130 00", "110000000", "000123456789", "not both"),
        ("GB82 WEST 1234 5698 7654 32", "", "", "test numbers only"),
    ] {
        let typed = [("holder", "Acme GmbH"), ("iban", iban), ("routing", routing), ("account", account)];
        let page = browser.submit(&form, path, &typed).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{iban} {routing} {account}");
        assert!(page.says(says), "{}", page.text());
    }
    assert_eq!(methods(&world, &acme).await, []);
    browser.submit(&form, path, &[("holder", "Acme GmbH"), iban]).await;
    let on_file = methods(&world, &acme).await.remove(0);
    assert!(matches!(on_file.instrument, Instrument::SepaDebit { .. }), "{on_file:?}");
    assert!(pay_all(&browser).await.says("Thank you, this is paid"));
    assert_eq!(invoice_now(&world, &invoice).await.state, InvoiceState::Paid);
}

async fn where_payment_is_switched_off_nothing_of_it_is_left(world: World) {
    let (acme, invoice, browser) = debtor(&world).await;
    add_card(&browser, VISA).await;
    let visa = methods(&world, &acme).await.remove(0);
    let list = browser.get("/portal/payment-methods").await;
    let csrf = list.form("/portal/sign-out").1[0].1.clone();
    configure(&world, |configuration| configuration.features.update_payment = false).await;
    assert!(!browser.get("/portal").await.says("Payment methods"));
    let own = format!("/portal/payment-methods/{}", visa.id);
    let before = sequence(&world).await;
    for path in ["/portal/payment-methods", "/portal/payment-methods/new/card", &own] {
        assert_eq!(browser.get(path).await.status, StatusCode::FORBIDDEN, "{path}");
    }
    for path in [format!("{own}/default"), format!("{own}/remove")] {
        assert_eq!(browser.post(&path, &[("csrf", &csrf)]).await.status, StatusCode::FORBIDDEN, "{path}");
    }
    assert_eq!(sequence(&world).await, before);
    // What is on file still pays what is due.
    let page = pay_all(&browser).await;
    assert!(page.says("Thank you, this is paid"), "{}", page.text());
    assert_eq!(invoice_now(&world, &invoice).await.state, InvoiceState::Paid);

    // Another customer's are as unknown as none.
    let other = world.customer("Other").insert().await;
    let stranger = visit(&world, &other).await;
    configure(&world, |configuration| configuration.features.update_payment = true).await;
    assert_eq!(stranger.get(&own).await.status, StatusCode::NOT_FOUND);
    let asked = stranger.get(&format!("/portal/pay?invoice={}", invoice.id)).await;
    assert_eq!(asked.location(), "/portal/invoices");
    let payments = {
        let mut conn = world.app.db.read().await.unwrap();
        let found =
            store::payments::list_newest(&mut conn, &world.merchant.id, Some(&acme.id), None, 10).await;
        found.unwrap()
    };
    assert_eq!(payments.len(), 1);
    assert_eq!(payments[0].status, PaymentStatus::Succeeded);
    let page = stranger.get(&format!("/portal/payments/{}", payments[0].id)).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
}

/// What the server logs, down to the least of it.
#[derive(Debug, Clone, Default)]
struct Logged(Arc<Mutex<Vec<u8>>>);

impl io::Write for Logged {
    fn write(&mut self, text: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(text)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

// On one thread each, which is where the log is listened to.
#[tokio::test]
async fn numbers_are_found_nowhere_on_sqlite() {
    numbers_are_found_nowhere(Engine::Sqlite).await;
}

#[tokio::test]
async fn numbers_are_found_nowhere_on_postgres() {
    numbers_are_found_nowhere(Engine::Postgres).await;
}

/// No number typed is in the database, its files, the log of events, a mail or a line that was logged; what may be
/// shown of it is.
async fn numbers_are_found_nowhere(engine: Engine) {
    let logged = Logged::default();
    let log = tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_ansi(false);
    let log = log.with_writer({
        let logged = logged.clone();
        move || logged.clone()
    });
    let _listening = tracing::subscriber::set_default(log.finish());
    let world = World::start(engine).await;
    configure(&world, |configuration| configuration.self_serve.allow_bank_accounts = true).await;
    let (_, _, browser) = debtor(&world).await;
    let mut typed = vec!["4111111111111111".to_owned(), "4242424242424241".to_owned()];
    for test in payments::TEST_CARDS {
        typed.push(test.number.replace('/', ""));
        match test.number.split_once('/') {
            None if test.number.starts_with(|c: char| c.is_ascii_digit()) => {
                add_card(&browser, test.number).await;
            }
            parts => {
                let path = "/portal/payment-methods/new/bank-account";
                let form = browser.get(path).await;
                let (routing, account) = parts.unwrap_or_default();
                let iban = if parts.is_none() { test.number } else { "" };
                let fields = [("holder", "Acme"), ("iban", iban), ("routing", routing), ("account", account)];
                browser.submit(&form, path, &fields).await;
                typed.extend(parts.map(|(_, account)| account.to_owned()));
            }
        }
    }
    add_card(&browser, "4111111111111111").await;
    add_card(&browser, "4242424242424241").await;
    pay_all(&browser).await;
    let events = format!("{:?}", facts(&world, 0).await);
    let mails = format!("{:?}", mails(&world).await);
    let logged = String::from_utf8(logged.0.lock().unwrap().clone()).unwrap();
    for (place, text, there) in [
        ("an event", events, "ending in 4242"),
        ("a mail", mails, "ending in 4242"),
        ("the database", world.stored().await, "ending in 4242"),
        ("the log", logged, "/portal/payment-methods/new/card"),
    ] {
        assert!(text.contains(there), "{place} is searched");
        for number in &typed {
            assert!(!text.contains(number.as_str()), "{number} is in {place}");
            let spaced: Vec<String> =
                number.as_bytes().chunks(4).map(|four| String::from_utf8_lossy(four).into_owned()).collect();
            assert!(!text.contains(&spaced.join(" ")), "{number} is in {place}");
        }
    }
}
