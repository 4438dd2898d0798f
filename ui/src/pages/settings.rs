//! The settings: a row of topics, and this console's own page.

use yew::prelude::*;
use yew_router::prelude::Link;

use super::settings_branding::BrandingSettings;
use super::settings_portal::PortalSettings;
use super::settings_test_clock::TestClockSettings;
use super::settings_webhooks::WebhookSettings;
use crate::components::icon::{Glyph, Icon};
use crate::components::section::Section;
use crate::components::state::Banner;
use crate::components::status::Tone;
use crate::routes::Route;
use crate::state::{Console, use_console};

/// What is being set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Topic {
    /// The hub: what there is to set, and whom this console is paired with.
    Console,
    Portal,
    Branding,
    Webhooks,
    /// For a merchant whose time is not real.
    TestClock,
}

impl Topic {
    /// What there is to set for the merchant this console is paired with.
    fn all(console: &Console) -> impl Iterator<Item = Self> {
        let clock = console.has_test_clock().then_some(Self::TestClock);
        [Self::Console, Self::Portal, Self::Branding, Self::Webhooks].into_iter().chain(clock)
    }

    fn title(self) -> &'static str {
        match self {
            Self::Console => "General",
            Self::Portal => "Customer Portal",
            Self::Branding => "Branding",
            Self::Webhooks => "Webhooks",
            Self::TestClock => "Test clock",
        }
    }

    fn lead(self) -> &'static str {
        match self {
            Self::Console => "Whom this console is paired with.",
            Self::Portal => "What customers may see and change, and how long a link waits.",
            Self::Branding => "Logo, colours and words of the portal, with a preview.",
            Self::Webhooks => "Where your app hears about cancellations and opened links.",
            Self::TestClock => "What time billing goes by, and a year of it in a minute.",
        }
    }

    fn icon(self) -> Icon {
        match self {
            Self::Console => Icon::Settings,
            Self::Portal => Icon::Sliders,
            Self::Branding => Icon::Palette,
            Self::Webhooks => Icon::Webhook,
            Self::TestClock => Icon::Clock,
        }
    }

    fn id(self) -> &'static str {
        match self {
            Self::Console => "settings-general",
            Self::Portal => "settings-portal",
            Self::Branding => "settings-branding",
            Self::Webhooks => "settings-webhooks",
            Self::TestClock => "settings-test-clock",
        }
    }

    fn route(self) -> Route {
        match self {
            Self::Console => Route::Settings,
            Self::Portal => Route::Portal,
            Self::Branding => Route::Branding,
            Self::Webhooks => Route::Webhooks,
            Self::TestClock => Route::TestClock,
        }
    }
}

#[derive(PartialEq, Properties)]
pub(crate) struct SettingsProps {
    pub(crate) topic: Topic,
}

/// The settings page.
#[component]
pub(crate) fn Settings(SettingsProps { topic }: &SettingsProps) -> Html {
    let console = use_console();
    let unsaved = |topic: Topic| match topic {
        Topic::Portal => console.portal_draft.is_some(),
        Topic::Branding => console.branding_draft.is_some(),
        Topic::Console | Topic::Webhooks | Topic::TestClock => false,
    };
    html! {
        <main class="settings">
            <header>
                <h1>{ "Settings" }</h1>
                <nav class="topics" aria-label="Settings">
                    { for Topic::all(&console).map(|entry| html! {
                        <Link<Route> to={entry.route()} classes={classes!("topic", (entry == *topic).then_some("here"))}>
                            <span id={entry.id()}>{ entry.title() }</span>
                            if unsaved(entry) { <span class="unsaved" role="img" aria-label="unsaved changes"></span> }
                        </Link<Route>>
                    }) }
                </nav>
            </header>
            { match topic {
                Topic::Console => html! { <General /> },
                Topic::Portal => html! { <PortalSettings /> },
                Topic::Branding => html! { <BrandingSettings /> },
                Topic::Webhooks => html! { <WebhookSettings /> },
                Topic::TestClock => html! { <TestClockSettings /> },
            } }
        </main>
    }
}

/// Why settings cannot be changed with this key; nothing for an admin.
#[component]
pub(crate) fn ReadOnlyNotice() -> Html {
    if use_console().may_configure() {
        return Html::default();
    }
    html! {
        <Banner tone={Tone::Info}>
            <p>
                { "You can look, not change: your API key has the role staff. Ask whoever runs the server for a key made with " }
                <code>{ "portico keys create --role admin" }</code>{ "." }
            </p>
        </Banner>
    }
}

#[component]
fn General() -> Html {
    let console = use_console();
    let Some(connection) = console.connection() else { return Html::default() };
    let merchant = &connection.merchant;
    html! {
        <div class="form-page">
            <ul class="hub">
                { for Topic::all(&console).filter(|topic| *topic != Topic::Console).map(|entry| html! {
                    <li>
                        <Link<Route> to={entry.route()}>
                            <Glyph icon={entry.icon()} />
                            <span><span class="name">{ entry.title() }</span><span class="help">{ entry.lead() }</span></span>
                            <Glyph icon={Icon::Right} />
                        </Link<Route>>
                    </li>
                }) }
            </ul>
            <Section id="this-console" title="This console" lead="To pair it with another server, disconnect in the corner below first.">
                <dl class="facts">
                    <dt>{ "Merchant" }</dt><dd>{ &merchant.name }</dd>
                    <dt>{ "Server" }</dt><dd class="mono">{ &connection.server_url }</dd>
                    <dt>{ "Time zone" }</dt><dd>{ &merchant.time_zone }<span class="help">{ " – decides the day on which an invoice is overdue" }</span></dd>
                    <dt>{ "Currency" }</dt><dd>{ merchant.currency.code() }</dd>
                    <dt>{ "Your key" }</dt>
                    <dd>
                        { connection.role.as_str() }
                        <span class="help">{ if connection.session_only { " – in memory only, until you quit" } else { " – in this computer's keyring" } }</span>
                    </dd>
                </dl>
                if let Some(problem) = console.status.as_ref().and_then(|status| status.keyring_problem.as_ref()) {
                    <Banner tone={Tone::Caution}><p>{ problem }</p></Banner>
                }
            </Section>
        </div>
    }
}
