//! What the merchant switched off is neither shown nor done.

use contract::api::{CreatePortalSession, InvoiceListSettings, PlanOverviewSettings};
use domain::{CancelationMode, Configuration, Feature};
use reqwest::StatusCode;
use testkit::{Browser, Page, World, both_engines};

use crate::visiting::{configure, link_with, sequence, visit};

both_engines!(every_switch_hides_its_pages_and_refuses_its_forms, a_link_can_allow_less_but_not_more);

/// The pages of an account, and the two forms, by what they need.
struct Account {
    invoice: String,
    subscription: String,
}

impl Account {
    async fn new(world: &World, customer: &domain::Customer) -> Self {
        let plan = world.plan("Pro", "49.00").await;
        let subscription = world.subscription(customer, &plan).insert().await;
        let invoice = world.invoice(customer, "R-1").line("Pro", "1", "49.00").insert().await;
        Self {
            invoice: format!("/portal/invoices/{}", invoice.id),
            subscription: format!("/portal/subscriptions/{}", subscription.id),
        }
    }

    fn pages(&self) -> [String; 6] {
        [
            "/portal/invoices".into(),
            self.invoice.clone(),
            format!("{}/pdf", self.invoice),
            "/portal/subscriptions".into(),
            self.subscription.clone(),
            format!("{}/cancel", self.subscription),
        ]
    }

    /// Which pages open, as a row of a table.
    async fn open(&self, browser: &Browser) -> String {
        let mut row = String::new();
        for page in self.pages() {
            row.push(match browser.get(&page).await.status {
                StatusCode::OK => 'y',
                StatusCode::FORBIDDEN => '-',
                other => panic!("{page} answered {other}"),
            });
        }
        row
    }

    /// Presses *Cancel subscription* on a page of before the switch was turned.
    async fn cancel(&self, browser: &Browser, home: &Page) -> Page {
        let (_, fields) = home.form("/portal/sign-out");
        let form = [("csrf", fields[0].1.as_str()), ("when", "period_end")];
        browser.post(&format!("{}/cancel", self.subscription), &form).await
    }
}

async fn every_switch_hides_its_pages_and_refuses_its_forms(world: World) {
    let acme = world.customer("Acme").insert().await;
    let account = Account::new(&world, &acme).await;
    let browser = visit(&world, &acme).await;
    let home = browser.get("/portal").await;
    assert_eq!(account.open(&browser).await, "yyyyyy");

    // invoices, invoice, PDF, subscriptions, subscription, cancel
    for (feature, open) in [
        (Feature::ViewInvoices, "---yyy"),
        (Feature::DownloadPdfs, "yy-yyy"),
        (Feature::UpdatePayment, "yyyyyy"),
        (Feature::ViewSubscription, "yyy---"),
        (Feature::SelfServeChanges, "yyyyyy"),
        (Feature::CancelSubscription, "yyyyy-"),
        (Feature::ViewUsage, "yyyyyy"),
    ] {
        configure(&world, |configuration| configuration.features.set(feature, false)).await;
        assert_eq!(account.open(&browser).await, open, "{} off", feature.title());
        refused_if_hidden(&world, &account, &browser, &home, open).await;
        let overview = browser.get("/portal").await;
        assert_eq!(overview.status, StatusCode::OK);
        assert_eq!(overview.body.contains("/portal/invoices"), open.starts_with('y'), "{}", overview.text());
        assert_eq!(overview.says("Pro"), &open[4..5] == "y", "{}", overview.text());
        configure(&world, |configuration| configuration.features.set(feature, true)).await;
    }
    let one = |configuration: &mut Configuration| configuration.self_serve.allow_cancelation = false;
    configure(&world, one).await;
    assert_eq!(account.open(&browser).await, "yyyyy-");
    refused_if_hidden(&world, &account, &browser, &home, "yyyyy-").await;
    configure(&world, |configuration| {
        configuration.self_serve.allow_cancelation = true;
        configuration.self_serve.cancelation_mode = CancelationMode::Immediately;
    })
    .await;
    refused_if_hidden(&world, &account, &browser, &home, "yyyyy-").await;
}

async fn refused_if_hidden(world: &World, account: &Account, browser: &Browser, home: &Page, open: &str) {
    if open.ends_with('-') {
        let before = sequence(world).await;
        let refused = account.cancel(browser, home).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
        assert!(refused.says("This cannot be done online"), "{}", refused.text());
        assert_eq!(sequence(world).await, before);
    }
}

async fn a_link_can_allow_less_but_not_more(world: World) {
    let acme = world.customer("Acme").insert().await;
    let account = Account::new(&world, &acme).await;
    let plain = CreatePortalSession::for_customer(acme.id.clone());
    let plan = |show_section, allow_subscription_cancel| {
        Some(PlanOverviewSettings { show_section, allow_subscription_cancel })
    };
    for (session, open) in [
        (CreatePortalSession { plan_overview_settings: plan(true, false), ..plain.clone() }, "yyyyy-"),
        (CreatePortalSession { plan_overview_settings: plan(false, true), ..plain.clone() }, "yyy---"),
        (
            CreatePortalSession {
                invoice_list_settings: Some(InvoiceListSettings { show_section: false }),
                ..plain.clone()
            },
            "---yyy",
        ),
    ] {
        let browser = world.browser();
        let home = browser.open_link(&link_with(&world, session).await).await;
        assert_eq!(account.open(&browser).await, open);
        refused_if_hidden(&world, &account, &browser, &home, open).await;
    }
    configure(&world, |configuration| configuration.features.set(Feature::ViewInvoices, false)).await;
    let wide = CreatePortalSession {
        invoice_list_settings: Some(InvoiceListSettings { show_section: true }),
        ..plain
    };
    let browser = world.browser();
    browser.open_link(&link_with(&world, wide).await).await;
    assert_eq!(account.open(&browser).await, "---yyy");
}
