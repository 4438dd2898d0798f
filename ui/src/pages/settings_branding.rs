//! *Settings → Branding*: the form on the left, the portal itself on the right.
//!
//! In: the saved look. Out: an edited one. Not here: how pages look (`portal_view`) or what a logo
//! may be (`domain::Logo`).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use contract::ErrorCode;
use contract::FieldError;
use contract::ipc::{BrandingWithLogo, Failure, GetBranding, GetSettings, SaveBranding, SyncNow};
use domain::{Branding, Color, Logo};
use js_sys::Uint8Array;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, HtmlInputElement};
use yew::prelude::*;

use super::branding_preview::Preview;
use super::settings::ReadOnlyNotice;
use crate::bridge;
use crate::components::button::{Button, Weight};
use crate::components::draft_bar::DraftBar;
use crate::components::field::{Field, TextField, field_error, note_id, unplaced};
use crate::components::icon::{Glyph, Icon};
use crate::query::{use_query, use_task};
use crate::state::{Action, use_console};

/// What a failure may be about and has a place beside it.
const FIELDS: [&str; 6] =
    ["business_name", "logo", "primary_color", "accent_color", "footer_text", "support_email"];

/// The look as it is being edited: what is typed stays text until it is saved.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct BrandingDraft {
    version: i64,
    business_name: String,
    primary_color: String,
    accent_color: String,
    footer_text: String,
    support_email: String,
    logo: Option<LogoDraft>,
}

/// The logo as it is being edited.
#[derive(Debug, Clone, PartialEq)]
enum LogoDraft {
    Saved(Logo),
    New { media_type: &'static str, base64: String },
}

impl BrandingDraft {
    fn of(branding: &Branding) -> Self {
        Self {
            version: branding.version,
            business_name: branding.business_name.clone(),
            primary_color: branding.primary_color.to_string(),
            accent_color: branding.accent_color.to_string(),
            footer_text: branding.footer_text.clone(),
            support_email: branding.support_email.as_ref().map(ToString::to_string).unwrap_or_default(),
            logo: branding.logo.clone().map(LogoDraft::Saved),
        }
    }

    /// The look, with what cannot be read yet taken from `saved`, and what is wrong with which field.
    fn read(&self, saved: &Branding) -> (Branding, Vec<FieldError>) {
        let mut errors = Vec::new();
        let mut wrong = |field: &str, message: String| {
            errors.push(FieldError { field: field.into(), message });
        };
        let name = self.business_name.trim();
        if name.is_empty() {
            wrong("business_name", "Enter the name your customers know you by.".into());
        }
        let mut color = |field: &str, text: &str, before: Color| {
            text.trim().parse().unwrap_or_else(|_| {
                wrong(field, "Enter a colour like #1f6feb: # and six digits from 0 to f.".into());
                before
            })
        };
        let primary_color = color("primary_color", &self.primary_color, saved.primary_color);
        let accent_color = color("accent_color", &self.accent_color, saved.accent_color);
        let support_email = match self.support_email.trim() {
            "" => None,
            text => text.parse().map_or_else(
                |_| {
                    wrong("support_email", "Enter an email address, such as support@example.com.".into());
                    saved.support_email.clone()
                },
                Some,
            ),
        };
        let branding = Branding {
            business_name: name.to_owned(),
            primary_color,
            accent_color,
            footer_text: self.footer_text.clone(),
            support_email,
            logo: self.logo.as_ref().map(LogoDraft::logo),
            version: self.version,
        };
        (branding, errors)
    }
}

impl LogoDraft {
    /// The saved logo, or a stand-in whose path the preview exchanges for the picture.
    fn logo(&self) -> Logo {
        match self {
            Self::Saved(logo) => logo.clone(),
            Self::New { media_type, .. } => {
                Logo { sha256: "unsaved".into(), media_type: (*media_type).into() }
            }
        }
    }

    fn new_picture(&self) -> Option<String> {
        match self {
            Self::Saved(_) => None,
            Self::New { base64, .. } => Some(base64.clone()),
        }
    }

    /// The picture as a `data:` URL.
    fn data_url(&self, saved: Option<&str>) -> Option<String> {
        match self {
            Self::Saved(_) => saved.map(str::to_owned),
            Self::New { media_type, base64 } => Some(format!("data:{media_type};base64,{base64}")),
        }
    }
}

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
            configuration={settings.get().map(|settings| settings.configuration.clone()).unwrap_or_default()}
        />
        </>
    }
}

/// How the primary colour fares under words.
fn on_buttons(color: Color) -> String {
    let text = if color.text_on() == Color::WHITE { "white" } else { "black" };
    format!("Buttons get {text} words on it, at a contrast of {}.", ratio(color.contrast(color.text_on())))
}

/// How the accent colour fares as words.
fn as_links(color: Color) -> String {
    let contrast = color.contrast(Color::WHITE);
    if contrast >= 450 {
        format!("Reads well on white, at a contrast of {}.", ratio(contrast))
    } else {
        format!(
            "Too faint on white ({}; 4.5 : 1 is needed), so links use a darker shade of it.",
            ratio(contrast)
        )
    }
}

/// `4.53 : 1`, from hundredths.
fn ratio(contrast: u32) -> String {
    format!("{}.{:02} : 1", contrast / 100, contrast % 100)
}

#[derive(PartialEq, Properties)]
struct ColorFieldProps {
    id: AttrValue,
    label: AttrValue,
    /// As typed.
    text: AttrValue,
    /// As last understood.
    color: Color,
    note: String,
    error: Option<AttrValue>,
    oninput: Callback<String>,
    onblur: Callback<()>,
}

/// A swatch that opens the system's colour chooser, and the same colour in digits.
#[component]
fn ColorField(props: &ColorFieldProps) -> Html {
    let value = |event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value();
    html! {
        <Field id={props.id.clone()} label={props.label.clone()} help={props.note.clone()} error={props.error.clone()}>
            <div class="joined color">
                <input type="color" aria-label={format!("{}: choose", props.label)} value={props.color.to_string()} oninput={props.oninput.reform(value)} />
                <input
                    id={props.id.clone()} class="mono" type="text" maxlength="7" autocomplete="off" spellcheck="false" value={props.text.clone()}
                    aria-describedby={note_id(&props.id)} aria-invalid={props.error.is_some().then_some("true")}
                    oninput={props.oninput.reform(value)} onblur={props.onblur.reform(|_: FocusEvent| ())}
                />
            </div>
        </Field>
    }
}

#[derive(PartialEq, Properties)]
struct LogoFieldProps {
    logo: Option<LogoDraft>,
    /// As a `data:` URL.
    picture: Option<String>,
    error: Option<AttrValue>,
    onchange: Callback<Option<LogoDraft>>,
}

#[component]
fn LogoField(props: &LogoFieldProps) -> Html {
    let refused = use_state(|| None::<AttrValue>);
    let input = use_node_ref();
    let reading = use_task();
    let onpick = {
        let (refused, onchange, reading) = (refused.clone(), props.onchange.clone(), reading.clone());
        Callback::from(move |event: Event| {
            let input = event.target_unchecked_into::<HtmlInputElement>();
            let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
            // So that choosing the same file again, once mended, is a change too.
            input.set_value("");
            let (refused, onchange) = (refused.clone(), onchange.clone());
            reading.run(async move {
                match read(&file).await {
                    Ok(logo) => {
                        refused.set(None);
                        onchange.emit(Some(logo));
                    }
                    Err(reason) => refused.set(Some(reason.into())),
                }
            });
        })
    };
    let open = {
        let input = input.clone();
        Callback::from(move |()| input.cast::<HtmlInputElement>().into_iter().for_each(|input| input.click()))
    };
    let remove = {
        let (refused, onchange) = (refused.clone(), props.onchange.clone());
        Callback::from(move |()| {
            refused.set(None);
            onchange.emit(None);
        })
    };
    let error = (*refused).clone().or_else(|| props.error.clone());
    html! {
        <Field id="logo" label="Logo" help="PNG, JPEG, WebP or SVG, up to 256 KB. It is shown on your primary colour." {error}>
            <div class="logo-field">
                <span class="logo-frame">
                    if let Some(picture) = &props.picture { <img src={picture.clone()} alt="Your logo" /> } else { <Glyph icon={Icon::Picture} /> }
                </span>
                <input ref={input} id="logo" class="unseen" type="file" accept="image/png,image/jpeg,image/webp,image/svg+xml" tabindex="-1" onchange={onpick} />
                <Button id="choose-logo" label={if props.logo.is_some() { "Replace…" } else { "Upload…" }} busy={reading.busy()} onclick={open} />
                if props.logo.is_some() {
                    <Button id="remove-logo" label="Remove" weight={Weight::Quiet} onclick={remove} />
                }
            </div>
        </Field>
    }
}

/// Reads a file and tells whether it can be the logo, by the rules the server follows too.
async fn read(file: &File) -> Result<LogoDraft, String> {
    let sentence = |error: domain::LogoError| {
        let text = error.to_string();
        let mut letters = text.chars();
        let first = letters.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
        format!("{first}{}. Your logo was not changed.", letters.as_str())
    };
    // Told from the size alone, before a film is read into memory.
    if file.size() > domain::MAX_LOGO_BYTES as f64 {
        return Err(sentence(domain::LogoError::TooLarge));
    }
    let unreadable =
        |_| "This file could not be read. Your logo was not changed; try to choose it again.".to_owned();
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(unreadable)?;
    let bytes = Uint8Array::new(&buffer).to_vec();
    let media_type = Logo::media_type_of(&bytes).map_err(sentence)?;
    Ok(LogoDraft::New { media_type, base64: STANDARD.encode(&bytes) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_preview_keeps_the_last_colour_that_could_be_read() {
        let saved = Branding::default_for("Kontor");
        let draft = BrandingDraft {
            primary_color: "#12".into(),
            accent_color: "#1F6FEB".into(),
            support_email: "nobody".into(),
            ..BrandingDraft::of(&saved)
        };
        let (read, errors) = draft.read(&saved);
        assert_eq!(read.primary_color, saved.primary_color);
        assert_eq!(read.accent_color.to_string(), "#1f6feb");
        let fields: Vec<_> = errors.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(fields, ["primary_color", "support_email"]);
    }
}
