//! The logo: picked, checked, shown, taken away.
//!
//! In: a file. Out: a picture that may be the logo, by the rules of `domain::Logo`. Not here: sending it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::Logo;
use js_sys::Uint8Array;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, HtmlInputElement};
use yew::prelude::*;

use super::draft::LogoDraft;
use crate::components::button::{Button, Weight};
use crate::components::field::Field;
use crate::components::icon::{Glyph, Icon};
use crate::query::use_task;

#[derive(PartialEq, Properties)]
pub(crate) struct LogoFieldProps {
    pub(crate) logo: Option<LogoDraft>,
    /// As a `data:` URL.
    pub(crate) picture: Option<String>,
    pub(crate) error: Option<AttrValue>,
    pub(crate) onchange: Callback<Option<LogoDraft>>,
}

#[component]
pub(crate) fn LogoField(props: &LogoFieldProps) -> Html {
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
