//! Payments that wait for the customer's bank: told, gone on with, called off, never begun twice.

use client::IdempotencyKey;
use contract::api::AdvanceTestClock;
use domain::{AfterCompletion, Decline, Errand, Flow, Invoice, InvoiceState, PaymentStatus};
use jiff::ToSpan as _;
use portico::payments::Answer;
use portico::store;
use reqwest::StatusCode;
use testkit::{Browser, Page, World, both_engines};

use crate::portal_changes::offer;
use crate::portal_credit::refunds;
use crate::portal_payments::{VISA, add_card, charged, debtor, invoice_now, methods, pay_all};
use crate::test_clock::trying_out;
use crate::visiting::{happened, link_with, mails, sequence};

both_engines!(
    a_payment_that_waits_is_told_and_can_be_called_off,
    what_waits_is_not_paid_once_more,
    a_second_click_shows_how_the_first_went,
    only_what_failed_is_tried_again,
    a_card_taken_off_file_still_pays_what_it_began,
    a_change_that_waited_for_the_bank_ends_the_errand,
    paying_one_invoice_is_not_paying_all,
    a_test_clock_does_not_stand_still_for_a_bank,
    money_that_comes_too_late_goes_back_and_says_so,
);

/// Has to be confirmed with the bank.
const ASKS: &str = "4000 0025 0000 3155";

async fn pay_one(browser: &Browser, invoice: &Invoice) -> Page {
    let ask = browser.get(&format!("/portal/pay?invoice={}", invoice.id)).await;
    let done = browser.submit(&ask, "/portal/pay", &[]).await;
    browser.follow(&done).await
}

async fn a_payment_that_waits_is_told_and_can_be_called_off(world: World) {
    let (acme, invoice, browser) = debtor(&world).await;
    add_card(&browser, ASKS).await;
    let bank = pay_all(&browser).await;
    assert!(bank.says("Confirm this payment") && bank.says("Later"), "{}", bank.text());

    let home = browser.get("/portal").await;
    assert!(home.says("One payment waits for your bank") && !home.says("Pay 1 invoice"), "{}", home.text());
    let path = bank.url.path().replace("/sandbox", "/call-off");
    let before = sequence(&world).await;
    let off = browser.submit(&home, &path, &[]).await;
    let page = browser.follow(&off).await;
    assert!(page.says("The payment did not go through") && page.says("not confirmed"), "{}", page.text());
    assert_eq!(happened(&world, before).await, ["payment.failed"]);
    assert_eq!(charged(&world).await, [(4_900, Answer::Declined(Decline::NotConfirmed))]);
    assert_eq!(invoice_now(&world, &invoice).await.state, InvoiceState::Open);
    assert!(!browser.get("/portal").await.says("waits for your bank"));

    // Once more is as good as once, and nobody else's payment can be called off.
    let again = browser.post(&path, &[("csrf", &home.form("/portal/sign-out").1[0].1)]).await;
    assert_eq!((again.status, happened(&world, before).await.len()), (StatusCode::SEE_OTHER, 1));
    let other = world.customer("Other").insert().await;
    let stranger = crate::visiting::visit(&world, &other).await;
    let csrf = stranger.get("/portal").await.form("/portal/sign-out").1[0].1.clone();
    assert_eq!(stranger.post(&path, &[("csrf", &csrf)]).await.status, StatusCode::NOT_FOUND);
    drop(acme);
}

async fn what_waits_is_not_paid_once_more(world: World) {
    let (acme, first, browser) = debtor(&world).await;
    let second = world.invoice(&acme, "2030-0002").line("Pro", "1", "20.00").insert().await;
    add_card(&browser, ASKS).await;
    let bank = pay_one(&browser, &first).await;

    let ask = browser.get("/portal/pay").await;
    assert!(ask.says("Pay invoice 2030-0002") && ask.says("Pay €20.00"), "{}", ask.text());
    assert!(ask.says("One payment waits for your bank"), "{}", ask.text());
    add_card(&browser, VISA).await;
    let visa = methods(&world, &acme).await.into_iter().find(|one| !one.is_default).unwrap();
    let ask = browser.get("/portal/pay").await;
    browser.submit(&ask, "/portal/pay", &[("method", visa.id.as_str())]).await;
    assert_eq!(invoice_now(&world, &second).await.state, InvoiceState::Paid);
    assert_eq!(invoice_now(&world, &first).await.state, InvoiceState::Open);

    // All that is left waits: whoever wants to pay it is led there.
    let page = browser.get("/portal/pay").await;
    assert!(browser.follow(&page).await.says("Confirm with your bank"));
    browser.submit(&bank, "/portal/payments/", &[("answer", "yes")]).await;
    assert_eq!(invoice_now(&world, &first).await.state, InvoiceState::Paid);
    assert_eq!(charged(&world).await, [(4_900, Answer::Succeeded), (2_000, Answer::Succeeded)]);
}

async fn a_second_click_shows_how_the_first_went(world: World) {
    let (_, invoice, browser) = debtor(&world).await;
    add_card(&browser, VISA).await;
    for path in ["/portal/pay".to_owned(), format!("/portal/pay?invoice={}", invoice.id)] {
        let ask = browser.get(&path).await;
        if ask.status != StatusCode::OK {
            continue;
        }
        let first = browser.submit(&ask, "/portal/pay", &[]).await;
        let second = browser.submit(&ask, "/portal/pay", &[]).await;
        assert_eq!((second.status, second.location()), (StatusCode::SEE_OTHER, first.location()));
        assert!(browser.follow(&second).await.says("Thank you, this is paid"));
    }
    assert_eq!(charged(&world).await, [(4_900, Answer::Succeeded)]);
}

async fn only_what_failed_is_tried_again(world: World) {
    let (acme, _, browser) = debtor(&world).await;
    let large = world.invoice(&acme, "2030-0002").line("Work", "1", "200.00").insert().await;
    // Pays up to €100.
    add_card(&browser, "4000 0000 0000 1000").await;
    let page = pay_all(&browser).await;
    assert!(page.says("1 of 2 invoices are paid"), "{}", page.text());
    assert_eq!(page.body.matches("Try again").count(), 1);
    assert!(page.body.contains(&format!("href=\"/portal/pay?invoice={}\"", large.id)), "{}", page.body);
}

async fn a_card_taken_off_file_still_pays_what_it_began(world: World) {
    let (acme, invoice, browser) = debtor(&world).await;
    add_card(&browser, VISA).await;
    add_card(&browser, ASKS).await;
    let asks = methods(&world, &acme).await.into_iter().find(|one| !one.is_default).unwrap();
    let ask = browser.get("/portal/pay").await;
    let bank = browser.submit(&ask, "/portal/pay", &[("method", asks.id.as_str())]).await;
    let bank = browser.follow(&bank).await;
    let remove = browser.get(&format!("/portal/payment-methods/{}/remove", asks.id)).await;
    browser.submit(&remove, "/portal/payment-methods/", &[]).await;
    assert_eq!(methods(&world, &acme).await.len(), 1);
    let paid = browser.submit(&bank, "/portal/payments/", &[("answer", "yes")]).await;
    assert!(browser.follow(&paid).await.says("Thank you, this is paid"));
    assert_eq!(invoice_now(&world, &invoice).await.state, InvoiceState::Paid);
}

/// A browser that came for an errand with *redirect* after it.
async fn sent(world: &World, customer: &domain::Customer, errand: Errand) -> Browser {
    let return_url = "https://app.acme.example/billing".parse().unwrap();
    let flow = Some(Flow { errand, after_completion: AfterCompletion::Redirect { return_url } });
    let wish = contract::api::CreatePortalSession {
        flow,
        ..contract::api::CreatePortalSession::for_customer(customer.id.clone())
    };
    let browser = world.browser();
    browser.open_link(&link_with(world, wish).await).await;
    browser
}

async fn a_change_that_waited_for_the_bank_ends_the_errand(world: World) {
    for card in [VISA, ASKS] {
        let acme = world.customer("Acme").insert().await;
        let (pro, team) = (world.plan("Pro", "49.00").await, world.plan("Team", "99.00").await);
        let subscription = world.subscription(&acme, &pro).insert().await;
        offer(&world, &[&team]).await;
        let errand = Errand::SubscriptionUpdate { subscription_id: subscription.id.clone() };
        let browser = sent(&world, &acme, errand).await;
        add_card(&browser, card).await;
        let path = format!("/portal/subscriptions/{}/change", subscription.id);
        let ask = browser.get(&path).await;
        let preview = browser.submit(&ask, &path, &[("plan", team.id.as_str())]).await;
        let preview = browser.follow(&preview).await;
        let mut confirmed = browser.submit(&preview, "/portal/changes/", &[]).await;
        if card == ASKS {
            let quote = browser.get(preview.url.path()).await;
            assert!(quote.says("Call it off") && quote.says("Confirm with your bank"), "{}", quote.text());
            assert!(browser.get("/portal").await.says("Change of your subscription"));
            let bank = browser.follow(&confirmed).await;
            confirmed = browser.submit(&bank, "/portal/payments/", &[("answer", "yes")]).await;
        }
        assert_eq!(confirmed.location(), "/portal/done", "{card}: {}", confirmed.text());
    }
}

async fn paying_one_invoice_is_not_paying_all(world: World) {
    let (acme, first, _) = debtor(&world).await;
    let second = world.invoice(&acme, "2030-0002").line("Pro", "1", "20.00").insert().await;
    let browser = sent(&world, &acme, Errand::InvoicePay { invoice_id: None }).await;
    add_card(&browser, VISA).await;
    let mut ended = Vec::new();
    for invoice in [first, second] {
        let ask = browser.get(&format!("/portal/pay?invoice={}", invoice.id)).await;
        let done = browser.submit(&ask, "/portal/pay", &[]).await;
        ended.push(done.location() == "/portal/done");
    }
    assert_eq!(ended, [false, true]);
}

async fn a_test_clock_does_not_stand_still_for_a_bank(world: World) {
    let world = trying_out(world).await;
    let (_, invoice, browser) = debtor(&world).await;
    add_card(&browser, ASKS).await;
    pay_all(&browser).await;
    let client = world.client();
    let key = IdempotencyKey::from_entropy(world.app.rng.bytes());
    let by = AdvanceTestClock { to: None, by: Some(1.day()) };
    let sent = client.advance_test_clock(&key, &by).await.unwrap();
    world.run_workers_dry().await;
    let there = client.test_clock().await.unwrap();
    assert_eq!((Some(there.now), there.moving_to), (sent.moving_to, None));
    assert_eq!(charged(&world).await, [(4_900, Answer::Declined(Decline::NotConfirmed))]);
    let mut conn = world.app.db.read().await.unwrap();
    let tried = store::payments::list_newest(&mut conn, &world.merchant.id, None, None, 1).await.unwrap();
    let tried = tried.into_iter().next().unwrap();
    assert_eq!(tried.status, PaymentStatus::Failed { reason: Decline::NotConfirmed });
    let waited = tried.settled_at.unwrap().duration_since(tried.created_at);
    assert_eq!(waited.as_mins(), 60, "as long as anybody has, by the merchant's clock");
    assert_eq!(invoice_now(&world, &invoice).await.state, InvoiceState::Open);
}

async fn money_that_comes_too_late_goes_back_and_says_so(world: World) {
    let (_, mut invoice, browser) = debtor(&world).await;
    add_card(&browser, ASKS).await;
    let bank = pay_all(&browser).await;
    // Meanwhile the merchant's own books settle it.
    let mut tx = world.app.db.write().await.unwrap();
    invoice.pay(invoice.totals.total, world.now());
    store::invoices::save_payment(&mut tx, &world.merchant.id, &mut invoice).await.unwrap();
    tx.commit().await.unwrap();

    let before = sequence(&world).await;
    let late = browser.submit(&bank, "/portal/payments/", &[("answer", "yes")]).await;
    let page = browser.follow(&late).await;
    assert!(page.says("Paid already: this payment goes back"), "{}", page.text());
    assert!(!page.says("Thank you"), "{}", page.text());
    assert_eq!(refunds(&world).await, [4_900]);
    let told = happened(&world, before).await;
    assert!(!told.contains(&"invoice.paid") && told.contains(&"payment.refunded"), "{told:?}");
    let mails = mails(&world).await;
    assert!(mails.len() == 1 && mails[0].text.contains("Your payment goes back"), "{}", mails[0].text);
    let now = invoice_now(&world, &invoice).await;
    assert_eq!((now.amount_paid, now.version), (invoice.amount_paid, invoice.version));
}
