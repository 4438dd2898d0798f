//! Every page of the portal, looked at by axe-core: by day and by night, on a desk and on a phone.

use contract::api::CreatePortalSession;
use domain::{AfterCompletion, BillingField, CancelationMode, Errand, Flow, Plan, SeatRange};
use jiff::{SignedDuration, ToSpan as _};
use serde_json::{Value, json};
use testkit::{Chromium, Engine, Scripts, World, given};

use crate::portal_changes::{offer, plan_with};
use crate::usage_events::{event, meter, send};
use crate::visiting::{configure, link, link_with, mails};

/// A desk, a phone, and the narrowest screen that text at 400 % makes of a desk.
const WIDTHS: [u32; 3] = [1280, 390, 320];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs Chromium and axe-core: cargo xtask test --slow"]
async fn everybody_can_use_every_page() {
    let world = World::start(Engine::Sqlite).await;
    let acme = world.customer("Acme").insert().await;
    let pro = world.plan("Pro", "49.00").await;
    let running = world.subscription(&acme, &pro).insert().await;
    meter(&world, "api_calls", "sum").await;
    let price = json!({ "meter": "api_calls", "included": "1000", "unit_price": "0.015" });
    let priced = |subscription: &mut domain::Subscription| {
        subscription.price.metered = vec![serde_json::from_value(price).unwrap()];
    };
    world.subscription(&acme, &pro).with(priced).insert().await;
    send(&world, &[event(&acme, "e-1", "1800")]).await;
    let day = |days: i64| world.today().checked_add(days.days()).unwrap();
    let late = world.invoice(&acme, "R-1").line("Cloud storage, 2 TB", "2", "120.00");
    let late = late.dates(day(-30), day(-16)).insert().await;
    world.invoice(&acme, "R-2").line("Pro", "1", "49.00").paid().insert().await;
    configure(&world, |configuration| {
        configuration.self_serve.cancelation_mode = CancelationMode::CustomerChooses;
        configuration.default_return_url = Some("https://app.acme.example/account".parse().unwrap());
    })
    .await;
    let look = Look { axe: axe(), browser: Chromium::open(Scripts::On).await, world: &world };

    let fresh = link(&world, &acme).await;
    look.at(fresh.path(), "Continue to billing").await;
    look.browser.press_words("Continue to billing").await;
    look.browser.says("You have one overdue invoice").await;

    look.at("/portal", "You have one overdue invoice").await;
    look.at("/portal/invoices", "R-2").await;
    look.at("/portal/invoices?status=pending", "Nothing is waiting to be paid").await;
    look.at(&format!("/portal/invoices/{}", late.id), "Cloud storage").await;
    look.at("/portal/subscriptions", "Pro").await;
    let subscription = format!("/portal/subscriptions/{}", running.id);
    look.at(&subscription, "Cancel this subscription").await;
    look.at(&format!("{subscription}/cancel"), "Why are you leaving?").await;
    look.at("/portal/usage", "Show the figures").await;
    look.at("/portal/nowhere", "We could not find that page").await;

    look.browser.go(world.url.join(&format!("{subscription}/cancel")).unwrap().as_str()).await;
    look.browser.press_words("Cancel subscription").await;
    look.browser.says("Your cancellation is booked.").await;
    look.here("the notice").await;
    look.at(&format!("{subscription}/undo-cancel"), "Nothing is charged today").await;

    look.browser.press_words("Sign out").await;
    look.browser.says("You are signed out").await;
    look.here("signed out").await;
    look.at(fresh.path(), "This link was already used").await;
    let superseded = link(&world, &acme).await;
    let newer = link(&world, &acme).await;
    let keeping_others =
        CreatePortalSession { invalidate_existing: false, ..CreatePortalSession::for_customer(acme.id) };
    let expired = link_with(&world, keeping_others).await;
    look.at(superseded.path(), "There is a newer link").await;
    look.at("/portal/l/never-was", "This link does not work").await;
    look.browser.press_words("Send me a new link").await;
    look.browser.says("Check your mail").await;
    look.here("check your mail").await;

    look.browser.go(newer.as_str()).await;
    look.browser.press_words("Continue to billing").await;
    look.browser.says("You have one overdue invoice").await;
    world.advance(SignedDuration::from_hours(2));
    look.at("/portal", "Your visit has ended").await;
    look.browser.delete_all_cookies().await.unwrap();
    look.at(expired.path(), "This link has expired").await;
    look.at("/portal", "Open your billing from a link").await;
}

/// The same for choosing another plan, what it costs, paying, the receipt, and calling a change off.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs Chromium and axe-core: cargo xtask test --slow"]
async fn everybody_can_change_their_plan() {
    let world = World::start(Engine::Sqlite).await;
    let acme = world.customer("Acme").insert().await;
    let (pro, team) = (world.plan("Pro", "49.00").await, world.plan("Team", "99.00").await);
    let desks = plan_with(&world, "Desks with a very long name", "3.00", |plan| {
        plan.price.per_seat = true;
        plan.price.tax_rate = "19".parse().unwrap();
        plan.seats = SeatRange { min: 2, max: Some(2_000) };
    })
    .await;
    offer(&world, &[&pro, &team, &desks]).await;
    let running = world.subscription(&acme, &pro).insert().await;
    let look = Look { axe: axe(), browser: Chromium::open(Scripts::On).await, world: &world };
    look.browser.go(link(&world, &acme).await.as_str()).await;
    look.browser.press_words("Continue to billing").await;
    look.browser.says("You are all paid up").await;

    let subscription = format!("/portal/subscriptions/{}", running.id);
    let choose = async |plan: &Plan, seats: &str| {
        look.at(&format!("{subscription}/change"), "Nothing changes yet").await;
        look.browser.press(&format!("#plan-{}", plan.id)).await;
        look.browser.fill("#seats", seats).await;
        look.browser.press_words("See what it costs").await;
    };
    choose(&pro, "1").await;
    look.browser.says("This is what you have already.").await;
    look.here("nothing chosen").await;
    choose(&team, "1").await;
    look.browser.says("put a card on file first").await;
    look.here("a change without a card").await;
    look.browser.press_words("Add a card").await;
    for (field, typed) in
        [("number", "4000000000009995"), ("expiry", "04/31"), ("code", "123"), ("holder", "Ada Lindqvist")]
    {
        look.browser.fill(&format!("#{field}"), typed).await;
    }
    look.browser.keys("\u{e007}").await;
    look.browser.says("To pay now").await;
    look.here("what a change costs").await;
    look.browser.press_words("Pay €49.19 EUR and switch").await;
    look.browser.says("The payment did not go through").await;
    look.here("a change that was not paid").await;
    choose(&desks, "1").await;
    look.browser.says("This plan begins with more seats.").await;
    look.here("too few seats").await;
    choose(&desks, "2").await;
    look.browser.says("Switch on 14 Apr 2030").await;
    look.here("a change for later").await;
    look.browser.press_words("Switch on 14 Apr 2030").await;
    look.browser.says("We have mailed you a receipt").await;
    look.here("the receipt of a change").await;
    look.at(&subscription, "A change is coming").await;
    look.at(&format!("{subscription}/undo-change"), "Nothing is charged today").await;
}

/// The same from right to left, which must leave nothing to scroll to on either side.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs Chromium and axe-core: cargo xtask test --slow"]
async fn everybody_can_read_from_right_to_left() {
    let world = World::start(Engine::Sqlite).await;
    let acme = world.customer("Acme").locale("ar").insert().await;
    let (pro, team) = (world.plan("Pro", "49.00").await, world.plan("Team", "99.00").await);
    offer(&world, &[&team]).await;
    configure(&world, |configuration| {
        BillingField::ALL.into_iter().for_each(|field| configuration.billing_details.set(field, true));
    })
    .await;
    meter(&world, "api_calls", "sum").await;
    let price = json!({ "meter": "api_calls", "included": "1000", "unit_price": "0.015" });
    let priced = |subscription: &mut domain::Subscription| {
        subscription.price.metered = vec![serde_json::from_value(price).unwrap()];
    };
    let running = world.subscription(&acme, &pro).with(priced).insert().await;
    send(&world, &[event(&acme, "e-1", "1800")]).await;
    let day = |days: i64| world.today().checked_add(days.days()).unwrap();
    let late = world.invoice(&acme, "R-1").line("Cloud storage, 2 TB", "2", "120.00");
    let late = late.dates(day(-30), day(-16)).insert().await;
    let look = Look { axe: axe(), browser: Chromium::open(Scripts::On).await, world: &world };
    let fresh = link(&world, &acme).await;
    look.at(fresh.path(), "تابع إلى الفوترة").await;
    look.browser.press_words("تابع إلى الفوترة").await;
    look.browser.says("لديك فاتورة واحدة متأخرة").await;

    look.at("/portal", "ادفع الآن").await;
    look.at("/portal/invoices", "R-1").await;
    look.at(&format!("/portal/invoices/{}", late.id), "Cloud storage").await;
    look.at("/portal/pay", "أضف بطاقة أولًا").await;
    let subscription = format!("/portal/subscriptions/{}", running.id);
    look.at(&subscription, "إلغاء هذا الاشتراك").await;
    look.at(&format!("{subscription}/cancel"), "لماذا تغادرنا؟").await;
    look.at(&format!("{subscription}/change"), "لن يتغير شيء بعد").await;
    look.at("/portal/usage", "عرض الأرقام").await;
    look.at("/portal/billing-details", "الأرقام الضريبية").await;
    look.at("/portal/activity", "فُتحت صفحة الفوترة").await;
    look.at("/portal/payment-methods/new/card", "رقم البطاقة").await;
    look.at("/portal/payment-methods", "لا توجد طريقة دفع محفوظة").await;
    look.at("/portal/nowhere", "تعذّر العثور على هذه الصفحة").await;
}

/// The same for billing details, for what happened, and for leaving without a link.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs Chromium and axe-core: cargo xtask test --slow"]
async fn everybody_can_keep_their_account_in_order() {
    let world = World::start(Engine::Sqlite).await;
    configure(&world, |configuration| {
        BillingField::ALL.into_iter().for_each(|field| configuration.billing_details.set(field, true));
        configuration.public_cancelation = true;
    })
    .await;
    let acme = world.customer("Acme").email("books@acme.example").insert().await;
    let pro = world.plan("Pro", "49.00").await;
    world.subscription(&acme, &pro).insert().await;
    let look = Look { axe: axe(), browser: Chromium::open(Scripts::On).await, world: &world };
    look.browser.go(link(&world, &acme).await.as_str()).await;
    look.browser.press_words("Continue to billing").await;
    look.browser.says("You are all paid up").await;

    look.at("/portal/billing-details", "Tax numbers").await;
    look.browser.fill("#tax_value_1", "12").await;
    look.browser.press_words("Save").await;
    look.browser.says("Please check the marked fields.").await;
    look.here("details that cannot be").await;
    look.at("/portal/billing-details", "Tax numbers").await;
    look.browser.fill("#email", "new@acme.example").await;
    look.browser.press_words("Save").await;
    look.browser.says("new@acme.example waits to be confirmed").await;
    look.here("an address that waits").await;
    look.at("/portal/activity", "Billing opened").await;

    look.at(&format!("/portal/withdraw/{}", world.merchant.id), "You need no account for this.").await;
    look.browser.fill("#email", "books@acme.example").await;
    look.browser.press_words("Continue").await;
    look.browser.says("Cancel now?").await;
    look.here("what is declared").await;
    look.browser.press_words("Cancel now").await;
    look.browser.says("We have received your cancellation").await;
    look.here("what was received").await;
    for (path, page) in
        [("/portal/email/", "Confirm your new e-mail address"), ("/portal/w/", "What is to end")]
    {
        let sent = mails(&world).await;
        let text = &sent.iter().find(|mail| mail.text.contains(path)).expect("a mail").text;
        let at = text.find(path).unwrap();
        let link = text[at..].split(|c: char| c.is_whitespace() || c == '"').next().unwrap().to_owned();
        look.at(&link, page).await;
    }
    look.browser.press_words("Cancel now").await;
    look.browser.says("Your cancellation is booked").await;
    look.here("what ends").await;
    look.at("/portal/w/never-was", "This link does not work any more").await;
}

/// The same for paying and for what is paid with, up to the way back to the merchant's app.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs Chromium and axe-core: cargo xtask test --slow"]
async fn everybody_can_pay() {
    let world = World::start(Engine::Sqlite).await;
    configure(&world, |configuration| configuration.self_serve.allow_bank_accounts = true).await;
    let acme = world.customer("Acme").insert().await;
    for number in ["R-1", "R-2"] {
        world.invoice(&acme, number).line("Cloud storage, 2 TB", "2", "120.00").insert().await;
    }
    let look = Look { axe: axe(), browser: Chromium::open(Scripts::On).await, world: &world };
    let card = async |number: &str| {
        for (field, typed) in
            [("number", number), ("expiry", "04/30"), ("code", "123"), ("holder", "Ada Lindqvist")]
        {
            look.browser.fill(&format!("#{field}"), typed).await;
        }
        look.browser.keys("\u{e007}").await;
    };
    let errand = Flow {
        errand: Errand::PaymentMethodUpdate {},
        after_completion: AfterCompletion::Confirmation { message: Some("See you soon.".into()) },
    };
    let wish =
        CreatePortalSession { flow: Some(errand), ..CreatePortalSession::for_customer(acme.id.clone()) };
    look.browser.go(link_with(&world, wish).await.as_str()).await;
    look.browser.press_words("Continue to billing").await;
    look.browser.says("Card number").await;
    look.here("an errand").await;
    card("4242424242424241").await;
    look.browser.says("has a slip in it").await;
    look.here("a card with a slip").await;
    card("4000002500003155").await;
    look.browser.says("See you soon.").await;
    look.here("the end of an errand").await;

    look.at("/portal/payment-methods/new/card", "Security code").await;
    card("4000000000001000").await;
    look.browser.says("Your payment method is on file.").await;
    look.here("payment methods").await;
    look.at("/portal/payment-methods/new/bank-account", "Account with an IBAN").await;
    look.browser.fill("#holder", "Ada Lindqvist").await;
    look.browser.press_words("Save account").await;
    look.browser.says("Nothing was saved").await;
    look.here("a bank account with slips").await;
    look.at("/portal/payment-methods", "Update").await;
    look.browser.press_words("Update : Visa ending in 1000").await;
    look.browser.says("Billing address").await;
    look.here("a card to bring up to date").await;
    look.at("/portal/payment-methods", "Update").await;
    look.browser.press_words("Remove : Visa ending in 1000").await;
    look.browser.says("Remove this payment method?").await;
    look.here("the question before a removal").await;

    look.at("/portal/pay", "Pay 2 invoices").await;
    look.browser.press_words("Pay €480.00 EUR").await;
    look.browser.says("Your payment is not complete yet").await;
    look.here("payments that wait").await;
    look.browser.press_words("Confirm with your bank").await;
    look.browser.says("Test bank.").await;
    look.here("the bank").await;
    look.browser.press_words("Call it off").await;
    look.browser.says("Not paid").await;
    look.here("payments of which one failed").await;
}

/// A look at pages through somebody else's eyes.
struct Look<'w> {
    axe: String,
    browser: Chromium,
    world: &'w World,
}

impl Look<'_> {
    /// Opens a page, makes sure that it is the right one, and looks.
    async fn at(&self, path: &str, words: &str) {
        self.browser.go(self.world.url.join(path).unwrap().as_str()).await;
        self.browser.says(words).await;
        self.here(path).await;
    }

    /// Looks at the page that is open.
    async fn here(&self, page: &str) {
        self.browser.ask(&self.axe).await;
        for width in WIDTHS {
            for scheme in ["light", "dark"] {
                self.browser.resemble(width, scheme).await;
                let place = format!("{page}, {width} px wide, {scheme}");
                let faults = faults(&self.browser).await;
                assert!(faults.is_empty(), "{place}:\n{}", faults.join("\n"));
                let overflow =
                    "const root = document.documentElement; return root.scrollWidth - root.clientWidth";
                assert_eq!(self.browser.ask(overflow).await, 0, "{place}: pixels to scroll sideways");
            }
        }
    }
}

/// What axe-core calls serious or critical, a line each.
async fn faults(browser: &Chromium) -> Vec<String> {
    const RUN: &str = "const done = arguments[arguments.length - 1]; \
                       axe.run({ resultTypes: ['violations'] }).then(found => done(found.violations), done)";
    let found = browser.execute_async(RUN, Vec::new()).await.unwrap();
    let found = found.as_array().unwrap_or_else(|| panic!("axe-core failed: {found}"));
    let heavy = |fault: &&Value| ["serious", "critical"].iter().any(|impact| fault["impact"] == *impact);
    let told = |fault: &Value| {
        let nodes = fault["nodes"].as_array().into_iter().flatten();
        let nodes: Vec<String> = nodes.map(|node| format!("\n    {}", node["failureSummary"])).collect();
        format!("{}: {}{}", fault["id"], fault["help"], nodes.concat())
    };
    found.iter().filter(heavy).map(told).collect()
}

/// axe-core as a script.
fn axe() -> String {
    let script = given("PORTICO_TEST_NODE_MODULES").join("axe-core/axe.min.js");
    std::fs::read_to_string(&script)
        .unwrap_or_else(|error| panic!("{}: {error}; `cargo xtask test` installs axe-core", script.display()))
}
