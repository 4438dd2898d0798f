//! The outline icons, inlined: one set (Lucide, ISC licence), one stroke.
//!
//! In: which one. Out: an SVG without a name; the control around it carries the words.

use yew::prelude::*;

/// A picture of 16 pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Icon {
    Overview,
    Customers,
    Settings,
    Search,
    Send,
    Mail,
    Link,
    Copy,
    Close,
    Right,
    Check,
    Plus,
    Alert,
    Refresh,
    Disconnect,
    Panel,
    Webhook,
    Palette,
    Sliders,
    Download,
    Trash,
    Pencil,
    Help,
    Desktop,
    Phone,
    Picture,
    Info,
    Inbox,
    Clock,
}

#[derive(PartialEq, Properties)]
pub(crate) struct GlyphProps {
    pub(crate) icon: Icon,
}

/// Draws an icon in the colour of the text around it.
#[component]
pub(crate) fn Glyph(GlyphProps { icon }: &GlyphProps) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 24 24" width="16" height="16" fill="none" stroke="currentColor"
            stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
            { shapes(*icon) }
        </svg>
    }
}

fn shapes(icon: Icon) -> Html {
    match icon {
        Icon::Overview => {
            html! { <><rect width="7" height="9" x="3" y="3" rx="1" /><rect width="7" height="5" x="14" y="3" rx="1" /><rect width="7" height="9" x="14" y="12" rx="1" /><rect width="7" height="5" x="3" y="16" rx="1" /></> }
        }
        Icon::Customers => {
            html! { <><path d="M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2" /><path d="M16 3.128a4 4 0 0 1 0 7.744" /><path d="M22 21v-2a4 4 0 0 0-3-3.87" /><circle cx="9" cy="7" r="4" /></> }
        }
        Icon::Settings => {
            html! { <><path d="M9.671 4.136a2.34 2.34 0 0 1 4.659 0 2.34 2.34 0 0 0 3.319 1.915 2.34 2.34 0 0 1 2.33 4.033 2.34 2.34 0 0 0 0 3.831 2.34 2.34 0 0 1-2.33 4.033 2.34 2.34 0 0 0-3.319 1.915 2.34 2.34 0 0 1-4.659 0 2.34 2.34 0 0 0-3.32-1.915 2.34 2.34 0 0 1-2.33-4.033 2.34 2.34 0 0 0 0-3.831A2.34 2.34 0 0 1 6.35 6.051a2.34 2.34 0 0 0 3.319-1.915" /><circle cx="12" cy="12" r="3" /></> }
        }
        Icon::Search => html! { <><path d="m21 21-4.34-4.34" /><circle cx="11" cy="11" r="8" /></> },
        Icon::Send => {
            html! { <><path d="M14.536 21.686a.5.5 0 0 0 .937-.024l6.5-19a.496.496 0 0 0-.635-.635l-19 6.5a.5.5 0 0 0-.024.937l7.93 3.18a2 2 0 0 1 1.112 1.11z" /><path d="m21.854 2.147-10.94 10.939" /></> }
        }
        Icon::Mail => {
            html! { <><path d="m22 7-8.991 5.727a2 2 0 0 1-2.009 0L2 7" /><rect x="2" y="4" width="20" height="16" rx="2" /></> }
        }
        Icon::Link => {
            html! { <><path d="M9 17H7A5 5 0 0 1 7 7h2" /><path d="M15 7h2a5 5 0 1 1 0 10h-2" /><line x1="8" x2="16" y1="12" y2="12" /></> }
        }
        Icon::Copy => {
            html! { <><rect width="14" height="14" x="8" y="8" rx="2" ry="2" /><path d="M4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2" /></> }
        }
        Icon::Close => html! { <><path d="M18 6 6 18" /><path d="m6 6 12 12" /></> },
        Icon::Right => html! { <path d="m9 18 6-6-6-6" /> },
        Icon::Check => html! { <path d="M20 6 9 17l-5-5" /> },
        Icon::Plus => html! { <><path d="M5 12h14" /><path d="M12 5v14" /></> },
        Icon::Alert => {
            html! { <><path d="m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3" /><path d="M12 9v4" /><path d="M12 17h.01" /></> }
        }
        Icon::Refresh => {
            html! { <><path d="M3 12a9 9 0 0 1 9-9 9.75 9.75 0 0 1 6.74 2.74L21 8" /><path d="M21 3v5h-5" /><path d="M21 12a9 9 0 0 1-9 9 9.75 9.75 0 0 1-6.74-2.74L3 16" /><path d="M8 16H3v5" /></> }
        }
        Icon::Disconnect => {
            html! { <><path d="m16 17 5-5-5-5" /><path d="M21 12H9" /><path d="M9 21H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h4" /></> }
        }
        Icon::Panel => html! { <><rect width="18" height="18" x="3" y="3" rx="2" /><path d="M9 3v18" /></> },
        Icon::Webhook => {
            html! { <><path d="M18 16.98h-5.99c-1.1 0-1.95.94-2.48 1.9A4 4 0 0 1 2 17c.01-.7.2-1.4.57-2" /><path d="m6 17 3.13-5.78c.53-.97.1-2.18-.5-3.1a4 4 0 1 1 6.89-4.06" /><path d="m12 6 3.13 5.73C15.66 12.7 16.9 13 18 13a4 4 0 0 1 0 8" /></> }
        }
        Icon::Palette => {
            html! { <><path d="M12 22a1 1 0 0 1 0-20 10 9 0 0 1 10 9 5 5 0 0 1-5 5h-2.25a1.75 1.75 0 0 0-1.4 2.8l.3.4a1.75 1.75 0 0 1-1.4 2.8z" /><circle cx="13.5" cy="6.5" r=".5" fill="currentColor" /><circle cx="17.5" cy="10.5" r=".5" fill="currentColor" /><circle cx="6.5" cy="12.5" r=".5" fill="currentColor" /><circle cx="8.5" cy="7.5" r=".5" fill="currentColor" /></> }
        }
        Icon::Sliders => {
            html! { <><path d="M10 5H3" /><path d="M12 19H3" /><path d="M14 3v4" /><path d="M16 17v4" /><path d="M21 12h-9" /><path d="M21 19h-5" /><path d="M21 5h-7" /><path d="M8 10v4" /><path d="M8 12H3" /></> }
        }
        Icon::Download => {
            html! { <><path d="M12 15V3" /><path d="M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4" /><path d="m7 10 5 5 5-5" /></> }
        }
        Icon::Trash => {
            html! { <><path d="M10 11v6" /><path d="M14 11v6" /><path d="M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6" /><path d="M3 6h18" /><path d="M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2" /></> }
        }
        Icon::Pencil => {
            html! { <><path d="M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z" /><path d="m15 5 4 4" /></> }
        }
        Icon::Help => {
            html! { <><circle cx="12" cy="12" r="10" /><path d="M9.09 9a3 3 0 0 1 5.83 1c0 2-3 3-3 3" /><path d="M12 17h.01" /></> }
        }
        Icon::Desktop => {
            html! { <><rect width="20" height="14" x="2" y="3" rx="2" /><line x1="8" x2="16" y1="21" y2="21" /><line x1="12" x2="12" y1="17" y2="21" /></> }
        }
        Icon::Phone => {
            html! { <><rect width="14" height="20" x="5" y="2" rx="2" ry="2" /><path d="M12 18h.01" /></> }
        }
        Icon::Picture => {
            html! { <><rect width="18" height="18" x="3" y="3" rx="2" ry="2" /><circle cx="9" cy="9" r="2" /><path d="m21 15-3.086-3.086a2 2 0 0 0-2.828 0L6 21" /></> }
        }
        Icon::Info => {
            html! { <><circle cx="12" cy="12" r="10" /><path d="M12 16v-4" /><path d="M12 8h.01" /></> }
        }
        Icon::Clock => html! { <><circle cx="12" cy="12" r="10" /><path d="M12 6v6l4 2" /></> },
        Icon::Inbox => {
            html! { <><polyline points="22 12 16 12 14 15 10 15 8 12 2 12" /><path d="M5.45 5.11 2 12v6a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-6l-3.45-6.89A2 2 0 0 0 16.76 4H7.24a2 2 0 0 0-1.79 1.11z" /></> }
        }
    }
}
