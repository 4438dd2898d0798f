//! The portal in a frame, as it would look if the draft were saved. Works offline.
//!
//! In: a look, and an account: invented or real. Out: `portal_view`'s documents, to the byte, but for
//! the logo: its path becomes the picture itself. Not here: a second template.

use contract::ipc::PreviewAccount;
use domain::policy::Policy;
use domain::{Branding, Configuration, Invoice, InvoiceState, SessionSettings, Subscription};
use jiff::tz::TimeZone;
use portal_view::samples::{Sample, samples};
use portal_view::{
    Account, Chrome, HomeView, House, InvoiceFilter, InvoiceRow, InvoicesView, Language, Nav,
    SubscriptionSummary, Words,
};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::frame::{Device, Frame};
use crate::components::button::{Button, Weight};
use crate::components::icon::Icon;

#[derive(PartialEq, Properties)]
pub(crate) struct PreviewProps {
    /// As edited.
    pub(crate) branding: Branding,
    /// The logo's picture.
    pub(crate) logo_data_url: Option<String>,
    /// A real customer, if there is one.
    pub(crate) account: Option<PreviewAccount>,
    /// What that customer may see.
    pub(crate) configuration: Configuration,
    /// IANA name of the merchant's zone.
    pub(crate) zone: Option<String>,
}

/// Which document is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    /// Of the invented customer, by its place in [`samples`].
    Sample(usize),
    /// Of the real one.
    Own(OwnPage),
}

/// The pages of a real customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum OwnPage {
    Home,
    Invoices,
    Subscriptions,
}

impl OwnPage {
    const ALL: [(Self, &'static str, &'static str); 3] = [
        (Self::Home, "own-home", "Overview"),
        (Self::Invoices, "own-invoices", "Invoices"),
        (Self::Subscriptions, "own-subscriptions", "Subscriptions"),
    ];

    fn render(self, words: Words, props: &PreviewProps, account: &PreviewAccount) -> String {
        let zone = props.zone.as_deref().and_then(|name| TimeZone::get(name).ok()).unwrap_or(TimeZone::UTC);
        let policy = Policy {
            configuration: &props.configuration,
            session: SessionSettings::default(),
            today: account.today,
            zone: &zone,
        };
        let open: Vec<Invoice> =
            account.invoices.iter().filter(|invoice| invoice.state == InvoiceState::Open).cloned().collect();
        let view = Account {
            subscriptions: &account.subscriptions,
            plans: &account.plans,
            open_invoices: &open,
            recent_invoices: &account.invoices,
            waiting: &[],
            today: account.today,
            zone: &zone,
        };
        let chrome = Chrome {
            words,
            branding: &props.branding,
            customer_name: &account.customer.name,
            nav: Nav::of(&policy, account.subscriptions.iter().any(Subscription::is_metered)),
            here: None,
            csrf: "preview",
            return_url: props.configuration.default_return_url.as_ref(),
            house: House::of(&props.configuration),
            notice: None,
            today: account.today,
            flow: None,
        };
        let home = HomeView::new(&view, &policy);
        let page = match self {
            Self::Home => portal_view::home(&chrome, &home),
            Self::Invoices => {
                let rows = account
                    .invoices
                    .iter()
                    .filter_map(|invoice| InvoiceRow::new(invoice, account.today))
                    .collect();
                let view = InvoicesView {
                    filter: InvoiceFilter::All,
                    rows,
                    older: None,
                    newer: None,
                    pdfs: home.pdfs,
                };
                portal_view::invoices(&chrome, &view)
            }
            Self::Subscriptions => {
                let plan = |subscription: &domain::Subscription| {
                    account.plans.iter().find(|plan| plan.id == subscription.plan_id)
                };
                let all: Vec<SubscriptionSummary> = account
                    .subscriptions
                    .iter()
                    .map(|subscription| SubscriptionSummary::new(subscription, plan(subscription), &zone))
                    .collect();
                portal_view::subscriptions(&chrome, &all)
            }
        };
        page.into_string()
    }
}

/// The document to show: `portal_view`'s own, with the logo's path exchanged for its picture.
fn document(shown: Shown, words: Words, pages: &[Sample], props: &PreviewProps) -> String {
    let page = match (shown, &props.account) {
        (Shown::Own(page), Some(account)) => page.render(words, props, account),
        (Shown::Sample(at), _) => pages
            .get(at)
            .map(|sample| (sample.page)(words, &props.branding).into_string())
            .unwrap_or_default(),
        (Shown::Own(_), None) => String::new(),
    };
    match (&props.branding.logo, &props.logo_data_url) {
        (Some(logo), Some(picture)) => page.replace(&logo.path(), picture),
        _ => page,
    }
}

/// The right half of the branding page.
#[component]
pub(crate) fn Preview(props: &PreviewProps) -> Html {
    let pages = use_memo((), |()| samples());
    let first = pages.iter().position(|sample| sample.slug == "home").unwrap_or(0);
    let shown = use_state(|| Shown::Sample(first));
    let language = use_state(Language::default);
    let device = use_state(|| Device::Desktop);
    let onpage = {
        let (shown, pages) = (shown.clone(), pages.clone());
        Callback::from(move |event: Event| {
            let slug = event.target_unchecked_into::<HtmlSelectElement>().value();
            let own =
                OwnPage::ALL.iter().find(|(_, name, _)| *name == slug).map(|(page, ..)| Shown::Own(*page));
            let sample = || pages.iter().position(|sample| sample.slug == slug).map(Shown::Sample);
            own.or_else(sample).into_iter().for_each(|page| shown.set(page));
        })
    };
    let onlanguage = {
        let language = language.clone();
        Callback::from(move |event: Event| {
            let tag = event.target_unchecked_into::<HtmlSelectElement>().value();
            Language::of_tag(&tag).into_iter().for_each(|chosen| language.set(chosen));
        })
    };
    let choose = |choice: Device| {
        let device = device.clone();
        Callback::from(move |()| device.set(choice))
    };
    html! {
        <section class="preview" aria-label="Preview">
            <header>
                <select id="preview-page" aria-label="Page to preview" onchange={onpage}>
                    if let Some(account) = &props.account {
                        <optgroup label={format!("Your customer: {}", account.customer.name)}>
                            { for OwnPage::ALL.into_iter().map(|(page, slug, name)| html! {
                                <option value={slug} selected={*shown == Shown::Own(page)}>{ name }</option>
                            }) }
                        </optgroup>
                    }
                    <optgroup label="Sample customer">
                        { for pages.iter().enumerate().map(|(at, sample)| html! {
                            <option value={sample.slug} selected={*shown == Shown::Sample(at)}>{ sample.name }</option>
                        }) }
                    </optgroup>
                </select>
                <select id="preview-language" aria-label="Language of the preview" onchange={onlanguage}>
                    { for Language::ALL.into_iter().map(|one| html! {
                        <option value={one.tag()} selected={*language == one}>{ one.name() }</option>
                    }) }
                </select>
                <div class="devices" role="group" aria-label="Device">
                    <Button id="preview-desktop" label="Desktop" icon={Icon::Desktop} icon_only=true weight={Weight::Quiet} pressed={*device == Device::Desktop} onclick={choose(Device::Desktop)} />
                    <Button id="preview-phone" label="Phone" icon={Icon::Phone} icon_only=true weight={Weight::Quiet} pressed={*device == Device::Phone} onclick={choose(Device::Phone)} />
                </div>
            </header>
            <Frame key={device.width()} document={document(*shown, Words::of(*language), &pages, props)} device={*device} />
        </section>
    }
}
