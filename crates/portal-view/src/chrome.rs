//! What frames every signed-in page: the merchant's column, the way around, the way out.
//!
//! In: [`Chrome`], made by the caller once per request. Out: complete documents.
//! Not here: what stands inside the frame (one file a page); pages for people without a session (`doorway`).

use domain::policy::Policy;
use domain::{Branding, Configuration, Errand, Feature, Flow};
use jiff::civil::Date;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use url::Url;
use words::{Language, Words, say};

use crate::assets::FAVICON_PATH;
use crate::icon::Icon;
use crate::{InvoiceFilter, Notice, brand_style, routes, stylesheet_path};

/// What every signed-in page needs besides its own view.
#[derive(Debug, Clone, Copy)]
pub struct Chrome<'a> {
    /// The customer's language.
    pub words: Words,
    /// The merchant's look.
    pub branding: &'a Branding,
    /// Whose account it is.
    pub customer_name: &'a str,
    /// Which pages there are.
    pub nav: Nav,
    /// The address of this page within the portal, to which a choice of language leads back; the nearest of the way around if none.
    pub here: Option<&'a str>,
    /// Proof that a form came from this session; goes into every form.
    pub csrf: &'a str,
    /// Where *Back to …* leads.
    pub return_url: Option<&'a Url>,
    /// The merchant's own pages.
    pub house: House<'a>,
    /// What was just done.
    pub notice: Option<Notice>,
    /// The merchant's day.
    pub today: Date,
    /// The errand still to be done: its pages offer no more ways around than the one home.
    pub flow: Option<&'a Flow>,
}

/// Where the merchant helps, and what they say of terms and privacy.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct House<'a> {
    /// A page with help.
    pub help: Option<&'a Url>,
    /// A number to call.
    pub phone: Option<&'a str>,
    /// The terms.
    pub terms: Option<&'a Url>,
    /// The privacy statement.
    pub privacy: Option<&'a Url>,
}

impl<'a> House<'a> {
    /// As the merchant configured it.
    pub fn of(configuration: &'a Configuration) -> Self {
        Self {
            help: configuration.support_url.as_ref(),
            phone: configuration.support_phone.as_deref(),
            terms: configuration.terms_url.as_ref(),
            privacy: configuration.privacy_url.as_ref(),
        }
    }

    /// Where to talk to somebody: by mail, else on a page, else by telephone.
    pub(crate) fn contact(&self, branding: &Branding) -> Option<String> {
        let mail = branding.support_email.as_ref().map(|email| format!("mailto:{email}"));
        mail.or_else(|| self.help.map(Url::to_string)).or_else(|| self.phone.map(dial))
    }
}

/// A number as a telephone reads it.
fn dial(phone: &str) -> String {
    let digits = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+');
    std::iter::once("tel:").map(str::to_owned).chain(digits.map(String::from)).collect()
}

/// Which pages the way around offers; there is always a home.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Nav {
    /// All invoices.
    pub invoices: bool,
    /// Plans and dates.
    pub subscriptions: bool,
    /// What is used.
    pub usage: bool,
    /// Cards and bank accounts.
    pub payment_methods: bool,
    /// What invoices are made out to.
    pub billing_details: bool,
    /// Who changed what, and when.
    pub activity: bool,
}

impl Nav {
    /// Home only.
    pub const NONE: Self = Self {
        invoices: false,
        subscriptions: false,
        usage: false,
        payment_methods: false,
        billing_details: false,
        activity: false,
    };

    /// The pages this policy lets a customer see. To one who has nothing that is `metered`, usage is not offered:
    /// its page would stay empty.
    pub fn of(policy: &Policy<'_>, metered: bool) -> Self {
        Self {
            invoices: policy.view(Feature::ViewInvoices).is_ok(),
            subscriptions: policy.view(Feature::ViewSubscription).is_ok(),
            usage: metered && policy.view(Feature::ViewUsage).is_ok(),
            payment_methods: policy.view(Feature::UpdatePayment).is_ok(),
            billing_details: policy.view_billing_details().is_ok(),
            activity: true,
        }
    }
}

/// The entry of [`Nav`] a page belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Home,
    Invoices,
    Subscriptions,
    Usage,
    PaymentMethods,
    BillingDetails,
    Activity,
}

impl Place {
    fn path(self) -> &'static str {
        match self {
            Self::Home => routes::HOME,
            Self::Invoices => routes::INVOICES,
            Self::Subscriptions => routes::SUBSCRIPTIONS,
            Self::Usage => routes::USAGE,
            Self::PaymentMethods => routes::PAYMENT_METHODS,
            Self::BillingDetails => routes::BILLING_DETAILS,
            Self::Activity => routes::ACTIVITY,
        }
    }

    /// Where an errand is done.
    fn of(errand: &Errand) -> Self {
        match errand {
            Errand::PaymentMethodUpdate {} => Self::PaymentMethods,
            Errand::SubscriptionUpdate { .. }
            | Errand::SubscriptionUpdateConfirm { .. }
            | Errand::SubscriptionCancel { .. } => Self::Subscriptions,
            Errand::InvoicePay { .. } => Self::Invoices,
        }
    }
}

impl Chrome<'_> {
    /// The ways around on a page.
    fn nav_at(&self, place: Place) -> Nav {
        let busy = self.flow.is_some_and(|flow| Place::of(&flow.errand) == place);
        if busy { Nav::NONE } else { self.nav }
    }

    /// A complete document around `content`, whose first heading is `h1`.
    ///
    /// The order is that of reading and of the keyboard; on a wide screen the style sheet moves `top` and
    /// `aside` into one column on the left.
    pub(crate) fn page(&self, place: Place, title: &str, content: Markup) -> Markup {
        let words = self.words;
        let body = html! {
            body.portal {
                a.skip href="#content" { (say!(words, "chrome-skip")) }
                (self.top(place))
                main.content #content tabindex="-1" {
                    @if let Some(notice) = self.notice { (notice.markup(words)) }
                    (content)
                }
                (self.aside(place))
                (self.legal())
                (foot(self.branding))
            }
        };
        document(words, self.branding, title, body)
    }

    /// The merchant's mark and the way around: a column where there is room for one, else a menu, which opens
    /// without a script. Only one of the two is ever shown, and so told to a screen reader.
    fn top(&self, place: Place) -> Markup {
        let words = self.words;
        let places = say!(words, "chrome-places");
        let menu = self.nav_at(place) != Nav::NONE;
        html! {
            header.top {
                @if let Some(back) = return_link(words, self.branding, self.return_url) { p.return { (back) } }
                a.brand-home href=(routes::HOME) { (logo(self.branding)) }
                nav.places.wide[menu] aria-label=(places) { (self.entries(place)) }
                @if menu {
                    details.menu {
                        summary { (Icon::Menu) span { (say!(words, "chrome-menu")) } }
                        nav aria-label=(places) { (self.entries(place)) }
                    }
                }
            }
        }
    }

    fn entries(&self, place: Place) -> Markup {
        let (words, nav) = (self.words, self.nav_at(place));
        html! {
            ul {
                (entry(place == Place::Home, routes::HOME, Icon::Home, &say!(words, "chrome-home")))
                @if nav.invoices {
                    (entry(place == Place::Invoices, routes::INVOICES, Icon::Receipt, &say!(words, "chrome-invoices")))
                }
                @if nav.subscriptions {
                    (entry(place == Place::Subscriptions, routes::SUBSCRIPTIONS, Icon::Layers, &say!(words, "chrome-subscriptions")))
                }
                @if nav.usage {
                    (entry(place == Place::Usage, routes::USAGE, Icon::Gauge, &say!(words, "chrome-usage")))
                }
                @if nav.payment_methods {
                    (entry(place == Place::PaymentMethods, routes::PAYMENT_METHODS, Icon::CreditCard, &say!(words, "chrome-payment-methods")))
                }
                @if nav.billing_details {
                    (entry(place == Place::BillingDetails, routes::BILLING_DETAILS, Icon::Building, &say!(words, "details-title")))
                }
                @if nav.activity {
                    (entry(place == Place::Activity, routes::ACTIVITY, Icon::History, &say!(words, "activity-title")))
                }
            }
        }
    }

    /// Whose account it is, whom to ask, the way out.
    fn aside(&self, place: Place) -> Markup {
        let words = self.words;
        html! {
            aside.aside aria-label=(say!(words, "chrome-aside")) {
                p.whose { span.whose-label { (say!(words, "chrome-whose")) } " " strong { bdi { (self.customer_name) } } }
                ul {
                    @if let Some(email) = &self.branding.support_email {
                        li { a href={ "mailto:" (email) } { (Icon::LifeBuoy) span { (say!(words, "chrome-support")) } } }
                    }
                    @if let Some(help) = self.house.help {
                        li { a href=(help) { (Icon::LifeBuoy) span { (say!(words, "chrome-help")) } } }
                    }
                    @if let Some(phone) = self.house.phone {
                        li { a href=(dial(phone)) { (Icon::LifeBuoy) span { (phone) } } }
                    }
                    li { (self.languages(place)) }
                    li {
                        form method="post" action=(routes::SIGN_OUT) {
                            (csrf_field(self.csrf))
                            button type="submit" { (Icon::LogOut) span { (say!(words, "chrome-sign-out")) } }
                        }
                    }
                }
            }
        }
    }

    /// Terms and privacy, where there are any.
    fn legal(&self) -> Markup {
        let words = self.words;
        let House { terms, privacy, .. } = self.house;
        html! {
            @if terms.is_some() || privacy.is_some() {
                nav.foot.legal aria-label=(say!(words, "chrome-legal")) {
                    @if let Some(terms) = terms { a href=(terms) { (say!(words, "chrome-terms")) } }
                    @if let Some(privacy) = privacy { a href=(privacy) { (say!(words, "chrome-privacy")) } }
                }
            }
        }
    }

    /// The other languages, each by the name its speakers give it.
    fn languages(&self, place: Place) -> Markup {
        let words = self.words;
        html! {
            form.languages method="post" action=(routes::LANGUAGE) {
                (csrf_field(self.csrf))
                input type="hidden" name="place" value=(self.here.unwrap_or(place.path()));
                label for="language" { (Icon::Languages) span.hidden { (say!(words, "chrome-language")) } }
                select id="language" name="language" {
                    @for language in Language::ALL {
                        option value=(language.tag()) lang=(language.tag()) selected[language == words.language()] {
                            (language.name())
                        }
                    }
                }
                button type="submit" { (say!(words, "chrome-language-change")) }
            }
        }
    }

    /// Whom to ask: the merchant's name, linked where there is an address. Sentences are built around it.
    pub(crate) fn contact(&self) -> Markup {
        contact(self.branding)
    }
}

/// Whom to ask: the merchant's name, linked where there is an address.
pub(crate) fn contact(branding: &Branding) -> Markup {
    let name = &branding.business_name;
    match &branding.support_email {
        Some(email) => html! { a href={ "mailto:" (email) } { (name) } },
        None => html! { (name) },
    }
}

/// *Back to …*; only to the web, because a link such as `javascript:` would run in the merchant's house.
pub(crate) fn return_link(words: Words, branding: &Branding, return_url: Option<&Url>) -> Option<Markup> {
    let url = return_url.filter(|url| matches!(url.scheme(), "https" | "http"))?;
    Some(
        html! { a href=(url) { (Icon::ArrowLeft) span { (say!(words, "chrome-back-to", business = &branding.business_name)) } } },
    )
}

fn entry(here: bool, path: &str, icon: Icon, word: &str) -> Markup {
    html! {
        li { a href=(path) aria-current=[here.then_some("page")] { (icon) span { (word) } } }
    }
}

/// The logo, or the business name where there is none.
pub(crate) fn logo(branding: &Branding) -> Markup {
    html! {
        @if let Some(logo) = &branding.logo {
            img.logo src=(logo.path()) alt=(branding.business_name);
        } @else {
            span.wordmark { (branding.business_name) }
        }
    }
}

/// The merchant's own words at the foot of every page.
pub(crate) fn foot(branding: &Branding) -> Markup {
    html! {
        @if !branding.footer_text.trim().is_empty() {
            footer.foot {
                @for line in branding.footer_text.lines().filter(|line| !line.trim().is_empty()) { p { bdi { (line) } } }
            }
        }
    }
}

/// The hidden field each signed-in form carries.
pub(crate) fn csrf_field(csrf: &str) -> Markup {
    html! { input type="hidden" name="csrf" value=(csrf); }
}

/// A complete document. The title names the page first, because tabs are narrow.
pub(crate) fn document(words: Words, branding: &Branding, title: &str, body: Markup) -> Markup {
    let theme = crate::Theme::from(branding);
    html! {
        (DOCTYPE)
        html lang=(words.language().tag()) dir=(words.language().direction()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="robots" content="noindex, nofollow";
                meta name="color-scheme" content="light dark";
                meta name="format-detection" content="telephone=no";
                meta name="theme-color" media="(prefers-color-scheme: light)" content=(theme.light.column);
                meta name="theme-color" media="(prefers-color-scheme: dark)" content=(theme.dark.column);
                title { (title) " · " (branding.business_name) }
                @match &branding.logo {
                    Some(logo) => link rel="icon" type=(logo.media_type) href=(logo.path());,
                    None => link rel="icon" type="image/svg+xml" href=(FAVICON_PATH);,
                }
                link rel="preload" href="/portal/assets/inter-5.3-latin.woff2" as="font" type="font/woff2" crossorigin;
                link rel="stylesheet" href=(stylesheet_path());
                style { (PreEscaped(brand_style(branding))) }
            }
            (body)
        }
    }
}

/// The link back to where a page was reached from.
pub(crate) fn back_link(path: &str, words: &str) -> Markup {
    html! { p.back { a href=(path) { (Icon::ChevronLeft) (words) } } }
}

/// `All invoices`, newest first.
pub(crate) fn invoices_path() -> String {
    routes::invoices(InvoiceFilter::All, routes::Stretch::Newest)
}
