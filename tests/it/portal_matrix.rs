//! Every switch against every act: the page offers, the form does and the API answers the same.
//!
//! The doors are a `match` over the acts of `domain::policy`, and the flips take the configuration apart
//! field by field, so that whoever adds an act or an option has to say here what becomes of it.

use std::collections::BTreeMap;

use contract::api::{
    BillingDetailsSettings, Capabilities, CreatePortalSession, InvoiceListSettings, PlanOverviewSettings,
};
use domain::policy::{AccountAct, InvoiceAct, MethodAct, Policy, SubscriptionAct};
use domain::{
    Actor, BillingField, CancelationMode, Configuration, Customer, CustomerId, Feature, Invoice, MerchantId,
    PaymentMethod, Plan, SeatRange, SelfServe, SessionSettings, Subscription,
};
use portico::store;
use reqwest::StatusCode;
use testkit::{Browser, World, both_engines};

use crate::api_call::Caller;
use crate::portal_changes::{confirm, now, offer, plan_with, preview};
use crate::usage_events::meter;
use crate::visiting::{configure, link_with, sequence, visit};

both_engines!(
    page_form_and_answer_agree,
    the_seats_told_are_the_seats_taken,
    the_plans_told_are_the_plans_taken,
);

/// A customer with one of each: a plan that runs, one that ends, one that a cheaper waits to replace, two
/// cards, an open invoice.
struct Scene {
    merchant: MerchantId,
    customer: Customer,
    plan: Plan,
    dearer: Plan,
    cheaper: Plan,
    running: Subscription,
    ending: Subscription,
    waiting: Subscription,
    methods: Vec<PaymentMethod>,
    invoice: Invoice,
}

/// Where an act is offered and done, so far as there is a page for it.
struct Door {
    /// A page and what it holds only where the act is allowed.
    offered: (String, String),
    /// A page of its own, which opens only then.
    page: Option<String>,
    /// A form, which is refused otherwise.
    form: Option<(String, Vec<(&'static str, String)>)>,
}

fn door(on: &str, marker: impl Into<String>) -> Door {
    Door { offered: (on.into(), marker.into()), page: None, form: None }
}

impl Door {
    fn page(self, path: impl Into<String>) -> Self {
        Self { page: Some(path.into()), ..self }
    }

    fn form(self, path: impl Into<String>, fields: &[(&'static str, &str)]) -> Self {
        let fields = fields.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        Self { form: Some((path.into(), fields)), ..self }
    }
}

impl Scene {
    async fn new(world: &World) -> Self {
        configure(world, everything).await;
        let customer = world.customer("Acme").insert().await;
        let plan = plan_with(world, "Pro", "49.00", |plan| plan.price.per_seat = true).await;
        let (dearer, cheaper) = (world.plan("Team", "99.00").await, world.plan("Basic", "19.00").await);
        offer(world, &[&dearer, &cheaper]).await;
        let running = world.subscription(&customer, &plan).insert().await;
        let ending = world.subscription(&customer, &plan).ending(Actor::Customer).insert().await;
        let waiting = world.subscription(&customer, &plan).insert().await;
        meter(world, "api_calls", "sum").await;
        let calls = serde_json::json!([{ "meter": "api_calls", "unit_price": "0.01" }]);
        let metered = plan_with(world, "Calls", "9.00", |plan| {
            plan.price.metered = serde_json::from_value(calls).unwrap();
        });
        world.subscription(&customer, &metered.await).insert().await;
        let invoice = world.invoice(&customer, "R-1").line("Pro", "1", "49.00").insert().await;
        let browser = visit(world, &customer).await;
        let path = "/portal/payment-methods/new/card";
        for number in ["4242 4242 4242 4242", "5555 5555 5555 4444"] {
            let form = browser.get(path).await;
            let card = [("number", number), ("expiry", "04/31"), ("code", "123"), ("holder", "Ada")];
            browser.submit(&form, path, &card).await;
        }
        confirm(&browser, &preview(&browser, &waiting, &cheaper, "").await).await;
        let waiting = now(world, &waiting).await;
        assert!(waiting.pending_change.is_some());
        let mut conn = world.app.db.read().await.unwrap();
        let methods = store::payment_methods::list_for_customer(&mut conn, &world.merchant.id, &customer.id);
        let methods = methods.await.unwrap();
        assert_eq!(methods.len(), 2);
        Self {
            merchant: world.merchant.id.clone(),
            customer,
            plan,
            dearer,
            cheaper,
            running,
            ending,
            waiting,
            methods,
            invoice,
        }
    }

    /// The subscription an act is tried on.
    fn whose(&self, act: SubscriptionAct) -> &Subscription {
        match act {
            SubscriptionAct::UndoCancel => &self.ending,
            SubscriptionAct::UndoChange => &self.waiting,
            SubscriptionAct::CancelAtPeriodEnd
            | SubscriptionAct::CancelNow
            | SubscriptionAct::Upgrade
            | SubscriptionAct::Downgrade
            | SubscriptionAct::ChangeSeats => &self.running,
        }
    }

    fn account(&self, act: AccountAct) -> Option<Door> {
        let invoice = format!("/portal/invoices/{}", self.invoice.id);
        let (card, bank) = ("/portal/payment-methods/new/card", "/portal/payment-methods/new/bank-account");
        match act {
            AccountAct::ViewInvoices => {
                Some(door("/portal", "href=\"/portal/invoices").page("/portal/invoices"))
            }
            AccountAct::DownloadPdfs => {
                Some(door(&invoice, format!("{invoice}/pdf")).page(format!("{invoice}/pdf")))
            }
            AccountAct::ViewSubscriptions => {
                Some(door("/portal", "href=\"/portal/subscriptions").page("/portal/subscriptions"))
            }
            AccountAct::AddCard => Some(door("/portal/payment-methods", card).page(card).form(
                card,
                &[("number", "4242424242424242"), ("expiry", "04/31"), ("code", "123"), ("holder", "Ada")],
            )),
            AccountAct::AddBankAccount => Some(door("/portal/payment-methods", bank).page(bank).form(
                bank,
                &[("holder", "Ada"), ("iban", "DE89370400440532013000"), ("routing", ""), ("account", "")],
            )),
            AccountAct::ViewUsage => Some(door("/portal", "href=\"/portal/usage").page("/portal/usage")),
            AccountAct::ViewBillingDetails => {
                let path = "/portal/billing-details";
                Some(door("/portal", format!("href=\"{path}\"")).page(path))
            }
            AccountAct::EditName => Some(self.detail("name", "Acme SE")),
            AccountAct::EditEmail => Some(self.detail("email", "new@acme.example")),
            AccountAct::EditAddress => Some(self.detail("line1", "Elsewhere 1")),
            AccountAct::EditTaxIds => Some(self.detail("tax_value_1", "DE136695976")),
            AccountAct::DeclareCancelation => {
                let path = format!("/portal/withdraw/{}", self.merchant);
                let typed = [("email", self.customer.email.as_str()), ("number", "")];
                Some(door(&path, "name=\"email\"").page(&path).form(format!("{path}/send"), &typed))
            }
        }
    }

    fn detail(&self, field: &'static str, typed: &str) -> Door {
        let path = "/portal/billing-details";
        let version = self.customer.version.to_string();
        door(path, format!("id=\"{field}\"")).form(path, &[("version", &version), (field, typed)])
    }

    fn subscription(&self, act: SubscriptionAct) -> Door {
        let own = format!("/portal/subscriptions/{}", self.whose(act).id);
        let (cancel, change) = (format!("{own}/cancel"), format!("{own}/change"));
        let undo = |path: String| door(&own, path.clone()).page(path.clone()).form(path, &[]);
        let switch = |to: &Plan| {
            let choice = format!("value=\"{}\" required aria-describedby", to.id);
            door(&change, choice).form(&change, &[("plan", to.id.as_str())])
        };
        match act {
            SubscriptionAct::CancelAtPeriodEnd => {
                door(&cancel, "value=\"period_end\"").form(&cancel, &[("when", "period_end")])
            }
            SubscriptionAct::CancelNow => door(&cancel, "value=\"now\"").form(&cancel, &[("when", "now")]),
            SubscriptionAct::UndoCancel => undo(format!("{own}/undo-cancel")),
            SubscriptionAct::Upgrade => switch(&self.dearer),
            SubscriptionAct::Downgrade => switch(&self.cheaper),
            SubscriptionAct::ChangeSeats => door(&change, "name=\"seats\"")
                .form(&change, &[("plan", self.plan.id.as_str()), ("seats", "2")]),
            SubscriptionAct::UndoChange => undo(format!("{own}/undo-change")),
        }
    }

    fn method(&self, act: MethodAct, method: &PaymentMethod) -> Door {
        let own = format!("/portal/payment-methods/{}", method.id);
        match act {
            MethodAct::Update => {
                let version = method.version.to_string();
                let mut typed = vec![("version", version.as_str()), ("expiry", "05/32"), ("holder", "Ada")];
                typed.extend(["line1", "line2", "postal_code", "city", "region", "country"].map(|f| (f, "")));
                door("/portal/payment-methods", format!("href=\"{own}\"")).page(&own).form(&own, &typed)
            }
            MethodAct::MakeDefault => {
                let path = format!("{own}/default");
                door("/portal/payment-methods", path.clone()).form(path, &[])
            }
            MethodAct::Remove => {
                let path = format!("{own}/remove");
                door("/portal/payment-methods", path.clone()).page(path.clone()).form(path, &[])
            }
        }
    }

    fn invoice(&self, act: InvoiceAct) -> Door {
        match act {
            InvoiceAct::Pay => {
                let (page, ask) = (
                    format!("/portal/invoices/{}", self.invoice.id),
                    format!("/portal/pay?invoice={}", self.invoice.id),
                );
                let method = self.methods[0].id.to_string();
                door(&page, ask.clone())
                    .page(ask)
                    .form("/portal/pay", &[("method", &method), ("stated", "EUR 4900")])
            }
        }
    }

    /// Every act with its name, what the rules say, and its door.
    fn doors(&self, policy: Policy<'_>) -> Vec<(String, bool, Option<Door>)> {
        let mut doors = Vec::new();
        for act in AccountAct::ALL {
            doors.push((format!("{act:?}"), policy.account(*act).is_ok(), self.account(*act)));
        }
        for act in SubscriptionAct::ALL {
            let allowed = policy.subscription(*act, self.whose(*act), Some(&self.plan)).is_ok();
            doors.push((format!("{act:?}"), allowed, Some(self.subscription(*act))));
        }
        for method in &self.methods {
            for act in MethodAct::ALL {
                let allowed = policy.method(*act, method, self.methods.len(), true).is_ok();
                doors.push((format!("{act:?} {}", method.id), allowed, Some(self.method(*act, method))));
            }
        }
        for act in InvoiceAct::ALL {
            let allowed = policy.invoice(*act, &self.invoice, &self.methods).is_ok();
            doors.push((format!("{act:?}"), allowed, Some(self.invoice(*act))));
        }
        doors
    }

    /// The answer of the API, by the same names.
    fn answered(&self, says: &Capabilities) -> BTreeMap<String, bool> {
        let mut answered = BTreeMap::new();
        let mut note = |name: String, capability: &contract::api::Capability| {
            assert_eq!(capability.allowed, capability.reasons.is_empty(), "{name}");
            answered.insert(name, capability.allowed);
        };
        says.account.iter().for_each(|(act, capability)| note(format!("{act:?}"), capability));
        for owned in &says.subscriptions {
            let acts = owned.acts.iter().filter(|(act, _)| self.whose(**act).id == owned.subscription_id);
            acts.for_each(|(act, capability)| note(format!("{act:?}"), capability));
        }
        for method in &says.payment_methods {
            let name = |act: &MethodAct| format!("{act:?} {}", method.payment_method_id);
            method.acts.iter().for_each(|(act, capability)| note(name(act), capability));
        }
        for invoice in &says.open_invoices {
            invoice.acts.iter().for_each(|(act, capability)| note(format!("{act:?}"), capability));
        }
        answered
    }
}

/// All that can be allowed.
fn everything(configuration: &mut Configuration) {
    Feature::ALL.into_iter().for_each(|feature| configuration.features.set(feature, true));
    let options = &mut configuration.self_serve;
    (options.allow_upgrades, options.allow_downgrades) = (true, true);
    (options.allow_seat_changes, options.allow_bank_accounts) = (true, true);
    options.allow_cancelation = true;
    options.cancelation_mode = CancelationMode::CustomerChooses;
    configuration.public_cancelation = true;
    BillingField::ALL.into_iter().for_each(|field| configuration.billing_details.set(field, true));
}

/// One thing less at a time.
fn flips() -> Vec<(String, Configuration)> {
    let mut all = Configuration::default();
    everything(&mut all);
    let mut flips = vec![("nothing".to_owned(), all.clone())];
    let mut flip = |name: String, change: &dyn Fn(&mut Configuration)| {
        let mut changed = all.clone();
        change(&mut changed);
        assert_ne!(changed, all, "{name} changes something");
        flips.push((name, changed));
    };
    // Taken apart, so that a new option must say here whether it allows anything. What seats and plans there are
    // to choose among is no act of its own: the stories of seats and plans below turn those.
    let Configuration {
        features: _,
        self_serve,
        billing_details: _,
        public_cancelation: _,
        id: _,
        name: _,
        is_default: _,
        cancelation: _,
        session_minutes: _,
        default_return_url: _,
        allowed_return_origins: _,
        terms_url: _,
        privacy_url: _,
        support_url: _,
        support_phone: _,
        version: _,
    } = &all;
    let SelfServe {
        allow_upgrades: _,
        allow_downgrades: _,
        allow_bank_accounts: _,
        allow_seat_changes: _,
        seats: _,
        allow_cancelation: _,
        cancelation_mode: _,
        switchable_plans: _,
    } = self_serve;
    for feature in Feature::ALL {
        flip(feature.title().to_owned(), &|c| c.features.set(feature, false));
    }
    flip("Allow Upgrades".into(), &|c| c.self_serve.allow_upgrades = false);
    flip("Allow Downgrades".into(), &|c| c.self_serve.allow_downgrades = false);
    flip("Allow Seat Changes".into(), &|c| c.self_serve.allow_seat_changes = false);
    flip("Allow Bank Accounts".into(), &|c| c.self_serve.allow_bank_accounts = false);
    flip("Allow Cancellation".into(), &|c| c.self_serve.allow_cancelation = false);
    flip("Cancel Without a Link".into(), &|c| c.public_cancelation = false);
    flip("at the period's end".into(), &|c| c.self_serve.cancelation_mode = CancelationMode::AtPeriodEnd);
    flip("at once".into(), &|c| c.self_serve.cancelation_mode = CancelationMode::Immediately);
    for field in BillingField::ALL {
        flip(format!("edit {field:?}"), &|c| c.billing_details.set(field, false));
    }
    flips
}

/// One session narrower than the other, as the API is asked for it and as the rules see it.
fn narrowings(plain: &CreatePortalSession) -> Vec<(CreatePortalSession, SessionSettings)> {
    let SessionSettings { show_subscription, allow_cancelation, show_invoices, show_billing_details } =
        SessionSettings::default();
    assert!(show_subscription && allow_cancelation && show_invoices && show_billing_details);
    let plan = |show_section, allow_subscription_cancel| {
        Some(PlanOverviewSettings { show_section, allow_subscription_cancel })
    };
    let whole = SessionSettings::default();
    vec![
        (
            CreatePortalSession { plan_overview_settings: plan(false, true), ..plain.clone() },
            SessionSettings { show_subscription: false, ..whole },
        ),
        (
            CreatePortalSession { plan_overview_settings: plan(true, false), ..plain.clone() },
            SessionSettings { allow_cancelation: false, ..whole },
        ),
        (
            CreatePortalSession {
                invoice_list_settings: Some(InvoiceListSettings { show_section: false }),
                ..plain.clone()
            },
            SessionSettings { show_invoices: false, ..whole },
        ),
        (
            CreatePortalSession {
                billing_details_settings: Some(BillingDetailsSettings { show_section: false }),
                ..plain.clone()
            },
            SessionSettings { show_billing_details: false, ..whole },
        ),
    ]
}

async fn page_form_and_answer_agree(world: World) {
    let scene = Scene::new(&world).await;
    let staff = Caller::staff(&world);
    let browser = visit(&world, &scene.customer).await;
    let csrf = browser.get("/portal").await.form("/portal/sign-out").1[0].1.clone();
    let (today, zone) = (world.today(), world.zone());
    let mut refused = BTreeMap::<String, u32>::new();
    for (name, flipped) in flips() {
        configure(&world, |configuration| {
            configuration.features = flipped.features;
            let switchable_plans = std::mem::take(&mut configuration.self_serve.switchable_plans);
            configuration.self_serve = SelfServe { switchable_plans, ..flipped.self_serve.clone() };
            configuration.billing_details = flipped.billing_details;
            configuration.public_cancelation = flipped.public_cancelation;
        })
        .await;
        let says = capabilities(&staff, &scene.customer.id).await;
        let answered = scene.answered(&says);
        let session = SessionSettings::default();
        let policy = Policy { configuration: &flipped, session, today, zone: &zone };
        for (act, allowed, door) in scene.doors(policy) {
            assert_eq!(answered.get(&act), Some(&allowed), "{act} with {name} off, by the API");
            agree(&world, &browser, &csrf, &format!("{act} with {name} off"), allowed, door).await;
            *refused.entry(act).or_default() += u32::from(!allowed);
        }
    }
    configure(&world, everything).await;
    let mut all = Configuration::default();
    everything(&mut all);
    for (asked, session) in narrowings(&CreatePortalSession::for_customer(scene.customer.id.clone())) {
        let browser = world.browser();
        browser.open_link(&link_with(&world, asked).await).await;
        let csrf = browser.get("/portal").await.form("/portal/sign-out").1[0].1.clone();
        let policy = Policy { configuration: &all, session, today, zone: &zone };
        for (act, allowed, door) in scene.doors(policy) {
            agree(&world, &browser, &csrf, &format!("{act} in {session:?}"), allowed, door).await;
            *refused.entry(act).or_default() += u32::from(!allowed);
        }
    }
    assert!(refused.values().all(|times| *times > 0), "each act was refused at least once: {refused:?}");
}

async fn capabilities(staff: &Caller, customer: &CustomerId) -> Capabilities {
    let path = format!("/v1/customers/{customer}/capabilities");
    serde_json::from_value(staff.get(&path).await.expect(200).json()).unwrap()
}

/// Whether a wish that was typed by hand leads to a price.
async fn is_taken(browser: &Browser, own: &Subscription, plan: &Plan, seats: &str) -> bool {
    let csrf = browser.get("/portal").await.form("/portal/sign-out").1[0].1.clone();
    let path = format!("/portal/subscriptions/{}/change", own.id);
    let form = [("csrf", csrf.as_str()), ("plan", plan.id.as_str()), ("seats", seats)];
    let answer = browser.post(&path, &form).await;
    let taken = answer.status == StatusCode::SEE_OTHER && answer.location().starts_with("/portal/changes/");
    assert!(taken || answer.status == StatusCode::FORBIDDEN, "{}: {}", answer.status, answer.text());
    taken
}

/// Whatever limits them: the plan, the settings, or the seats that are given to people.
async fn the_seats_told_are_the_seats_taken(world: World) {
    let acme = world.customer("Acme").insert().await;
    let desks = plan_with(&world, "Desks", "10.00", |plan| {
        plan.price.per_seat = true;
        plan.seats = SeatRange { min: 2, max: Some(8) };
    });
    let desks = desks.await;
    offer(&world, &[]).await;
    let (staff, browser) = (Caller::staff(&world), visit(&world, &acme).await);
    for assigned in [0, 4] {
        let seats = world.subscription(&acme, &desks).with(|one| {
            (one.seats, one.assigned_seats) = (5, assigned);
        });
        let own = seats.insert().await;
        for (min, max, told) in [
            (1, None, [(2, 8), (4, 8)]),
            (3, None, [(3, 8), (4, 8)]),
            (1, Some(6), [(2, 6), (4, 6)]),
            (5, Some(6), [(5, 6), (5, 6)]),
        ] {
            configure(&world, |c| c.self_serve.seats = SeatRange { min, max }).await;
            let (least, most) = told[usize::from(assigned > 0)];
            let case = format!("{assigned} given, {min} to {max:?} set");
            let page = browser.get(&format!("/portal/subscriptions/{}/change", own.id)).await;
            assert!(page.says(&format!("{least} to {most} seats")), "{case}: {}", page.text());
            let says = capabilities(&staff, &acme.id).await;
            let says = says.subscriptions.iter().find(|one| one.subscription_id == own.id).unwrap();
            assert_eq!(says.seats, Some(SeatRange { min: least, max: Some(most) }), "{case}");
            for seats in (1..=10).filter(|seats| *seats != own.seats) {
                let taken = is_taken(&browser, &own, &desks, &seats.to_string()).await;
                assert_eq!(taken, (least..=most).contains(&seats), "{case}: {seats}");
            }
        }
    }
}

async fn the_plans_told_are_the_plans_taken(world: World) {
    let acme = world.customer("Acme").insert().await;
    let pro = world.plan("Pro", "49.00").await;
    let crew = plan_with(&world, "Crew", "9.00", |plan| {
        plan.price.per_seat = true;
        plan.seats = SeatRange { min: 1, max: Some(3) };
    });
    let others = [world.plan("Team", "99.00").await, world.plan("Basic", "19.00").await, crew.await];
    let own = world.subscription(&acme, &pro).with(|one| one.assigned_seats = 4).insert().await;
    let (staff, browser) = (Caller::staff(&world), visit(&world, &acme).await);
    for listed in [vec![], vec![0], vec![1], vec![0, 1, 2]] {
        let plans: Vec<&Plan> = listed.iter().map(|at: &usize| &others[*at]).collect();
        offer(&world, &plans).await;
        let page = browser.get(&format!("/portal/subscriptions/{}/change", own.id)).await;
        let says = capabilities(&staff, &acme.id).await;
        for plan in &others {
            // Four people do not fit on a plan for three.
            let expected = listed.iter().any(|at| others[*at].id == plan.id) && plan.name != "Crew";
            let case = format!("{} with {listed:?} listed", plan.name);
            let choice = format!("value=\"{}\" required aria-describedby", plan.id);
            assert_eq!(page.body.contains(&choice), expected, "{case}, by the page");
            assert_eq!(says.subscriptions[0].plans.contains(&plan.id), expected, "{case}, by the API");
            assert_eq!(is_taken(&browser, &own, plan, "3").await, expected, "{case}, by the form");
        }
    }
}

/// What the rules allow is offered and opens; what they refuse is not offered, does not open, and its form,
/// sent by hand, changes nothing.
async fn agree(world: &World, browser: &Browser, csrf: &str, case: &str, allowed: bool, door: Option<Door>) {
    let Some(Door { offered: (on, marker), page, form }) = door else { return };
    let place = browser.get(&on).await;
    let offered = place.status == StatusCode::OK && place.body.contains(&marker);
    assert_eq!(offered, allowed, "{case}: {on} holds {marker}");
    if let Some(page) = page {
        assert_eq!(browser.get(&page).await.status == StatusCode::OK, allowed, "{case}: {page} opens");
    }
    if let (false, Some((path, fields))) = (allowed, form) {
        let before = sequence(world).await;
        let mut sent: Vec<(&str, &str)> =
            fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        sent.push(("csrf", csrf));
        let answer = browser.post(&path, &sent).await;
        let turned_down =
            matches!(answer.status, StatusCode::FORBIDDEN | StatusCode::CONFLICT | StatusCode::NOT_FOUND);
        assert!(turned_down, "{case}: POST {path} answered {}", answer.status);
        assert_eq!(sequence(world).await, before, "{case}: POST {path} did nothing");
    }
}
