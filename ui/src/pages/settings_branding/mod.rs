//! *Settings → Branding*: the form on the left, the portal itself on the right.
//!
//! In: the saved look. Out: an edited one. Not here: how pages look (`portal_view`) or what a logo
//! may be (`domain::Logo`).

mod color_field;
mod draft;
mod frame;
mod logo_field;
mod preview;

pub(crate) use draft::BrandingDraft;

use contract::ErrorCode;
use contract::FieldError;
use contract::ipc::{BrandingWithLogo, Failure, GetBranding, GetSettings, SaveBranding, SyncNow};
use yew::prelude::*;

use self::color_field::{ColorField, as_links, on_buttons};
use self::draft::LogoDraft;
use self::logo_field::LogoField;
use self::preview::Preview;
use super::settings::ReadOnlyNotice;
use crate::bridge;
use crate::components::draft_bar::DraftBar;
use crate::components::field::{TextField, field_error, unplaced};
use crate::query::{use_query, use_task};
use crate::state::{Action, use_console};

/// What a failure may be about and has a place beside it.
const FIELDS: [&str; 6] =
    ["business_name", "logo", "primary_color", "accent_color", "footer_text", "support_email"];

/// The page.
#[component]
pub(crate) fn BrandingSettings() -> Html {
    let query = use_query(GetBranding {});
    html! {
        <div class="branding">{ query.render(10, |saved| html! { <BrandingForm saved={saved.clone()} /> }) }</div>
    }
}

#[derive(PartialEq, Properties)]
struct BrandingFormProps {
    saved: BrandingWithLogo,
}

#[component]
fn BrandingForm(props: &BrandingFormProps) -> Html {
    let console = use_console();
    let settings = use_query(GetSettings {});
    let task = use_task();
    let failure = use_state(|| None::<Failure>);
    // What was just saved is newer than the replica until the next pull.
    let just_saved = use_state(|| None::<BrandingWithLogo>);
    let saved = just_saved.as_ref().filter(|own| own.branding.version > props.saved.branding.version);
    let saved = saved.unwrap_or(&props.saved).clone();
    let draft =
        console.branding_draft.as_deref().cloned().unwrap_or_else(|| BrandingDraft::of(&saved.branding));
    let conflict = draft.version != saved.branding.version;
    let dirty = conflict || draft != BrandingDraft::of(&saved.branding);
    let (branding, unreadable) = draft.read(&saved.branding);
    let data_url = draft.logo.as_ref().and_then(|logo| logo.data_url(saved.logo_data_url.as_deref()));

    // An edit that leads back to what is saved leaves nothing to save.
    let store = {
        let (dispatch, saved) = (console.dispatcher(), saved.branding.clone());
        move |draft: BrandingDraft| {
            let differs = draft != BrandingDraft::of(&saved);
            dispatch.dispatch(Action::BrandingDrafted(differs.then_some(draft)));
        }
    };
    let typed = |set: fn(&mut BrandingDraft, String)| {
        let (store, draft) = (store.clone(), draft.clone());
        Callback::from(move |text: String| {
            let mut next = draft.clone();
            set(&mut next, text);
            store(next);
        })
    };
    let onlogo = {
        let (store, draft) = (store.clone(), draft.clone());
        Callback::from(move |logo: Option<LogoDraft>| store(BrandingDraft { logo, ..draft.clone() }))
    };
    let invalid =
        |errors: Vec<FieldError>| Failure { code: ErrorCode::Invalid, message: String::new(), errors };
    let check = {
        let (failure, unreadable) = (failure.clone(), unreadable.clone());
        Callback::from(move |()| failure.set((!unreadable.is_empty()).then(|| invalid(unreadable.clone()))))
    };
    let onsave = {
        let (dispatch, task, failure, just_saved) =
            (console.dispatcher(), task.clone(), failure.clone(), just_saved.clone());
        let (branding, unreadable) = (branding.clone(), unreadable.clone());
        let picture = draft.logo.as_ref().and_then(LogoDraft::new_picture);
        Callback::from(move |()| {
            if !unreadable.is_empty() {
                return failure.set(Some(invalid(unreadable.clone())));
            }
            let (dispatch, failure, just_saved) = (dispatch.clone(), failure.clone(), just_saved.clone());
            let command = SaveBranding { branding: branding.clone(), logo_base64: picture.clone() };
            task.run(async move {
                match bridge::call(command).await {
                    Ok(saved) => {
                        failure.set(None);
                        just_saved.set(Some(saved));
                        dispatch.dispatch(Action::BrandingDrafted(None));
                        dispatch.dispatch(Action::Done(
                            "Branding saved. The portal and new mails wear it now.".into(),
                        ));
                    }
                    Err(reason) => {
                        if reason.code == ErrorCode::Stale {
                            // Fetches what the other saved; the difference in versions then shows the choice.
                            let _ = bridge::call(SyncNow {}).await;
                        }
                        failure.set(Some(reason));
                    }
                }
            });
        })
    };
    let ondiscard = {
        let (dispatch, failure) = (console.dispatcher(), failure.clone());
        Callback::from(move |()| {
            failure.set(None);
            dispatch.dispatch(Action::BrandingDrafted(None));
        })
    };
    let onkeep = {
        let (store, draft, failure, version) =
            (store.clone(), draft.clone(), failure.clone(), saved.branding.version);
        Callback::from(move |()| {
            failure.set(None);
            store(BrandingDraft { version, ..draft.clone() });
        })
    };

    let wrong = |field: &str| field_error((*failure).as_ref(), field);
    let general = failure.as_ref().filter(|_| !conflict).and_then(|failure| unplaced(failure, &FIELDS));
    let zone = console.connection().map(|connection| connection.merchant.time_zone.clone());
    html! {
        <>
        <div class="branding-form">
            <ReadOnlyNotice />
            <fieldset disabled={!console.may_configure()}>
                <TextField
                    id="business-name" label="Business name" help="At the top of the portal and of every email."
                    error={wrong("business_name")} value={draft.business_name.clone()} onblur={check.clone()}
                    oninput={typed(|draft, text| draft.business_name = text)}
                />
                <LogoField logo={draft.logo.clone()} picture={data_url.clone()} error={wrong("logo")} onchange={onlogo} />
                <ColorField
                    id="primary-color" label="Primary colour" text={draft.primary_color.clone()} color={branding.primary_color}
                    error={wrong("primary_color")} onblur={check.clone()} oninput={typed(|draft, text| draft.primary_color = text)}
                    note={on_buttons(branding.primary_color)}
                />
                <ColorField
                    id="accent-color" label="Accent colour" text={draft.accent_color.clone()} color={branding.accent_color}
                    error={wrong("accent_color")} onblur={check.clone()} oninput={typed(|draft, text| draft.accent_color = text)}
                    note={as_links(branding.accent_color)}
                />
                <TextField
                    id="footer-text" label="Footer text" long=true help="At the foot of every page, email and invoice: address, register, bank."
                    error={wrong("footer_text")} value={draft.footer_text.clone()} onblur={check.clone()}
                    oninput={typed(|draft, text| draft.footer_text = text)}
                />
                <TextField
                    id="support-email" label="Support email" kind="email" help="Behind “Contact support”. Leave it empty to offer none."
                    error={wrong("support_email")} value={draft.support_email.clone()} onblur={check}
                    oninput={typed(|draft, text| draft.support_email = text)}
                />
            </fieldset>
            if let Some(message) = general { <p class="error" role="alert">{ message }</p> }
            if console.may_configure() {
                <DraftBar {dirty} busy={task.busy()} {conflict} {onsave} {ondiscard} {onkeep} />
            }
        </div>
        <Preview
            {branding} logo_data_url={data_url} account={saved.preview.clone()} {zone}
            configuration={settings.get().map(|settings| settings.default_configuration()).unwrap_or_default()}
        />
        </>
    }
}
