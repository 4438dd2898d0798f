//! The navigation: three places, and the status corner.

use yew::prelude::*;
use yew_router::prelude::{Link, use_route};

use super::button::{Button, Weight};
use super::icon::{Glyph, Icon};
use super::status_corner::StatusCorner;
use super::test_time::TestTime;
use crate::routes::{Route, Zone};
use crate::state::use_console;

#[derive(PartialEq, Properties)]
pub(crate) struct SidebarProps {
    pub(crate) collapsed: bool,
    pub(crate) oncollapse: Callback<()>,
    pub(crate) onpalette: Callback<()>,
    pub(crate) onhelp: Callback<()>,
}

/// The first of the three zones.
#[component]
pub(crate) fn Sidebar(props: &SidebarProps) -> Html {
    let console = use_console();
    let here = use_route::<Route>().unwrap_or(Route::NotFound).zone();
    let unsaved = console.portal_draft.is_some() || console.branding_draft.is_some();
    let entry = |zone: Zone, id: &'static str, to: Route, icon: Icon, name: &'static str, mark: bool| {
        let classes = classes!("nav-entry", (zone == here).then_some("here"));
        html! {
            <li>
                <Link<Route> {to} {classes}>
                    <span {id} class="inner" title={name}>
                        <Glyph {icon} /><span class="name">{ name }</span>
                        if mark { <span class="unsaved" role="img" aria-label="unsaved changes" title="Unsaved changes"></span> }
                    </span>
                </Link<Route>>
            </li>
        }
    };
    html! {
        <nav class={classes!("sidebar", props.collapsed.then_some("collapsed"))} aria-label="Main">
            <div class="top">
                <span class="mark" aria-hidden="true"></span>
                <span class="name">{ "Portico" }</span>
                <Button
                    id="collapse" label={if props.collapsed { "Widen the navigation" } else { "Narrow the navigation" }}
                    icon={Icon::Panel} icon_only=true weight={Weight::Quiet}
                    expanded={!props.collapsed} onclick={props.oncollapse.clone()}
                />
            </div>
            <button id="palette" type="button" class="find" title="Find or do anything" onclick={props.onpalette.reform(|_| ())}>
                <Glyph icon={Icon::Search} /><span class="name">{ "Find or do…" }</span><kbd>{ "Ctrl K" }</kbd>
            </button>
            <ul>
                { entry(Zone::Overview, "nav-overview", Route::Overview, Icon::Overview, "Overview", false) }
                { entry(Zone::Customers, "nav-customers", Route::Customers, Icon::Customers, "Customers", false) }
                { entry(Zone::Settings, "nav-settings", Route::Settings, Icon::Settings, "Settings", unsaved) }
            </ul>
            <div class="bottom">
                <button id="help" type="button" class="nav-entry" title="Keyboard shortcuts" onclick={props.onhelp.reform(|_| ())}>
                    <span class="inner"><Glyph icon={Icon::Help} /><span class="name">{ "Shortcuts" }</span><kbd>{ "?" }</kbd></span>
                </button>
                <TestTime />
                <StatusCorner />
            </div>
        </nav>
    }
}
