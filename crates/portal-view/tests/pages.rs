//! What must hold for every page, shown on every sample in several looks.

use std::collections::HashSet;

use domain::{Actor, Branding, CancelAt, Color, Feature, Logo, NewId};
use portal_view::Words;
use portal_view::samples::{SampleAccount, samples};
use portal_view::{
    ASSETS, Chrome, EndChoice, HomeView, House, InvoiceView, Nav, SubscriptionView, brand_style,
    stylesheet_path,
};

fn looks() -> Vec<Branding> {
    let plain = Branding::default_for("Fernwood Software");
    let full = Branding {
        primary_color: Color { red: 255, green: 214, blue: 10 },
        footer_text: "Fernwood GmbH\nHamburg".to_owned(),
        support_email: "help@fernwood.example".parse().ok(),
        logo: Some(Logo { sha256: "ab12".to_owned(), media_type: "image/png".to_owned() }),
        ..plain.clone()
    };
    vec![plain, full]
}

/// Every sample in every look.
fn pages() -> Vec<(String, String)> {
    let page = |branding: &Branding| {
        let branding = branding.clone();
        samples().iter().map(move |sample| {
            let look = if branding.logo.is_some() { "full" } else { "plain" };
            (format!("{} ({look})", sample.name), (sample.page)(Words::ENGLISH, &branding).into_string())
        })
    };
    looks().iter().flat_map(page).collect()
}

/// A start or end tag: its name and its attributes.
struct Tag<'a> {
    name: &'a str,
    attributes: &'a str,
    is_end: bool,
}

impl<'a> Tag<'a> {
    fn all(page: &'a str) -> impl Iterator<Item = Self> {
        page.split('<').skip(1).filter(|tag| !tag.starts_with('!')).map(|tag| {
            let inside = tag.split('>').next().expect("a tag has a start");
            let is_end = inside.starts_with('/');
            let inside = inside.trim_start_matches('/');
            let (name, attributes) = inside.split_once([' ', '\n']).unwrap_or((inside, ""));
            Self { name: name.trim_end_matches('/'), attributes, is_end }
        })
    }

    fn attribute(&self, name: &str) -> Option<&'a str> {
        let (_, rest) = self.attributes.split_once(&format!("{name}=\""))?;
        rest.split('"').next()
    }
}

/// Each end tag closes the tag opened last.
fn assert_nested(name: &str, page: &str) {
    const VOID: [&str; 6] = ["meta", "link", "input", "img", "br", "wbr"];
    let mut open = Vec::new();
    for tag in Tag::all(page) {
        if tag.is_end {
            assert_eq!(open.pop(), Some(tag.name), "{name}");
        } else if !VOID.contains(&tag.name) && !tag.attributes.ends_with('/') {
            open.push(tag.name);
        }
    }
    assert!(open.is_empty(), "{name}: {open:?}");
}

#[test]
fn every_page_is_a_whole_document() {
    for (name, page) in pages() {
        assert!(page.starts_with("<!DOCTYPE html><html lang=\"en\" dir=\"ltr\">"), "{name}");
        assert_eq!(page.matches("<h1").count(), 1, "{name}");
        assert_eq!(page.matches("<title>").count(), 1, "{name}");
        assert_eq!(page.matches("<main").count(), 1, "{name}");
        assert!(
            page.contains("href=\"#content\"") && page.contains("id=\"content\""),
            "{name}: no skip link"
        );
        assert!(page.contains(stylesheet_path()), "{name}");
        assert_nested(&name, &page);
    }
}

#[test]
fn headings_never_skip_a_level_and_ids_never_repeat() {
    for (name, page) in pages() {
        let mut level = 0;
        let mut ids = HashSet::new();
        for tag in Tag::all(&page).filter(|tag| !tag.is_end) {
            if let Some(digit) = tag.name.strip_prefix('h').and_then(|digit| digit.parse::<u8>().ok()) {
                assert!(digit <= level + 1, "{name}: h{digit} after h{level}");
                level = digit;
            }
            if let Some(id) = tag.attribute("id") {
                assert!(ids.insert(id), "{name}: two `{id}`");
            }
        }
    }
}

#[test]
fn every_field_one_sees_has_a_label() {
    for (name, page) in pages() {
        let labels: HashSet<_> = Tag::all(&page).filter_map(|tag| tag.attribute("for")).collect();
        for field in Tag::all(&page).filter(|tag| tag.name == "input") {
            let hidden = field.attribute("type") == Some("hidden");
            assert!(
                hidden || field.attribute("id").is_some_and(|id| labels.contains(id)),
                "{name}: {}",
                field.attributes
            );
        }
    }
}

#[test]
fn nothing_inline_but_the_one_style_the_server_hashes() {
    for branding in looks() {
        let style = format!("<style>{}</style>", brand_style(&branding));
        for sample in samples() {
            let page = (sample.page)(Words::ENGLISH, &branding).into_string();
            assert_eq!(page.matches("<style").count(), 1, "{}", sample.name);
            assert!(page.contains(&style), "{}", sample.name);
            assert!(!page.contains("<script") && !page.contains("style=\""), "{}", sample.name);
            let handlers =
                Tag::all(&page).any(|tag| tag.attributes.contains(" on") && tag.attributes.contains("()"));
            assert!(!handlers, "{}", sample.name);
        }
    }
}

#[test]
fn every_form_of_a_session_carries_its_proof() {
    for (name, page) in pages() {
        for form in page.split("<form").skip(1) {
            let form = form.split("</form>").next().expect("a form ends");
            assert!(form.contains("method=\"post\""), "{name}");
            let proof = match form {
                form if form.contains("/portal/links/recover") => true,
                // Nobody is signed in there, and what is sent changes nothing by itself.
                form if form.contains("/portal/withdraw/") => true,
                form if ["/portal/l/", "/portal/email/", "/portal/w/"]
                    .iter()
                    .any(|path| form.contains(path)) =>
                {
                    form.contains("name=\"nonce\"")
                }
                form => form.contains("name=\"csrf\""),
            };
            assert!(proof, "{name}: {form}");
        }
    }
}

#[test]
fn all_files_a_page_loads_exist() {
    let css = portal_view::STYLESHEET;
    let fonts = css.split("url(\"").skip(1).filter_map(|url| url.split('"').next());
    let linked = pages().into_iter().flat_map(|(_, page)| {
        page.split("href=\"/portal/assets/")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .map(|file| format!("/portal/assets/{file}"))
            .collect::<Vec<_>>()
    });
    for path in fonts.map(str::to_owned).chain(linked) {
        assert!(ASSETS.iter().any(|asset| asset.path == path), "{path}");
    }
}

#[test]
fn hostile_names_stay_text() {
    const HOSTILE: &str = "\"><script>alert(1)</script>&lt;'";
    let branding = Branding { footer_text: HOSTILE.to_owned(), ..Branding::default_for(HOSTILE) };
    let mut account = SampleAccount::default();
    account.customer.name = HOSTILE.to_owned();
    account.subscriptions[0].plan_name = HOSTILE.to_owned();
    account.invoices[0].number = HOSTILE.to_owned();
    account.invoices[0].memo = HOSTILE.to_owned();
    account.invoices[0].lines[0].description = HOSTILE.to_owned();
    let policy = account.policy();
    let script = "javascript:alert(1)".parse().expect("a URL");
    let chrome = Chrome {
        words: Words::ENGLISH,
        branding: &branding,
        customer_name: HOSTILE,
        nav: Nav::of(&policy, true),
        here: None,
        csrf: HOSTILE,
        return_url: Some(&script),
        house: House::of(&account.configuration),
        notice: None,
        today: account.today,
        flow: None,
    };
    let open = account.open_invoices();
    let sheet =
        InvoiceView::new(&account.invoices[0], &policy, account.today, &account.zone).expect("not a draft");
    for page in [
        portal_view::home(&chrome, &HomeView::new(&account.view(&open), &policy)),
        portal_view::invoice(&chrome, &sheet),
        portal_view::link_problem(Words::ENGLISH, &branding, portal_view::LinkProblem::Used, HOSTILE, None),
    ] {
        let page = page.into_string();
        assert!(!page.contains("<script") && !page.contains("javascript:"), "{page}");
        assert_nested("hostile", &page);
    }
}

/// The home page and the invoice under a policy with one switch off.
fn without(feature: Feature) -> (String, String) {
    let mut account = SampleAccount::default();
    account.configuration.features.set(feature, false);
    let policy = account.policy();
    let branding = Branding::default_for("Fernwood Software");
    let chrome = Chrome {
        words: Words::ENGLISH,
        branding: &branding,
        customer_name: &account.customer.name,
        nav: Nav::of(&policy, true),
        here: None,
        csrf: "",
        return_url: None,
        house: House::of(&account.configuration),
        notice: None,
        today: account.today,
        flow: None,
    };
    let open = account.open_invoices();
    let home = portal_view::home(&chrome, &HomeView::new(&account.view(&open), &policy));
    let sheet =
        InvoiceView::new(&account.invoices[0], &policy, account.today, &account.zone).expect("not a draft");
    (home.into_string(), portal_view::invoice(&chrome, &sheet).into_string())
}

#[test]
fn what_is_switched_off_leaves_no_link() {
    let (home, _) = without(Feature::ViewInvoices);
    assert!(!home.contains("/portal/invoices") && !home.contains("€2,500.83"), "{home}");
    let (home, _) = without(Feature::ViewSubscription);
    assert!(!home.contains("/portal/subscriptions") && !home.contains("Growth"), "{home}");
    let (home, sheet) = without(Feature::DownloadPdfs);
    assert!(!home.contains("/pdf") && !sheet.contains("/pdf") && !home.contains("PDF"), "{home}");
}

#[test]
fn the_end_of_a_subscription_offers_what_the_policy_allows() {
    let mut account = SampleAccount::default();
    let choice = |account: &SampleAccount, subscription| {
        let policy = account.policy();
        SubscriptionView::new(subscription, account.plan_of(subscription), &policy, &account.zone).end
    };
    let [growth, archive, starter] = account.subscriptions.clone().try_into().expect("three subscriptions");
    let ending_by =
        |actor| growth.clone().cancel(CancelAt::PeriodEnd, actor, None, account.now).expect("it runs").0;
    let by_customer = ending_by(Actor::Customer);
    let by_merchant = ending_by(Actor::Merchant { api_key: NewId::new(account.now, [0; 10]) });

    assert_eq!(choice(&account, &growth), EndChoice::Cancel);
    assert_eq!(choice(&account, &archive), EndChoice::NotOnline);
    assert_eq!(choice(&account, &starter), EndChoice::Ended);
    assert_eq!(choice(&account, &by_customer), EndChoice::Undo);
    assert_eq!(choice(&account, &by_merchant), EndChoice::SetByMerchant);

    account.configuration.features.cancel_subscription = false;
    assert_eq!(choice(&account, &growth), EndChoice::NotOnline);
    assert_eq!(
        choice(&account, &by_customer),
        EndChoice::Undo,
        "staying is offered even where leaving is not"
    );
}
