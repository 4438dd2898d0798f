//! A colour: chosen or typed, and how well it reads.

use domain::Color;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::components::field::{Field, note_id};

#[derive(PartialEq, Properties)]
pub(crate) struct ColorFieldProps {
    pub(crate) id: AttrValue,
    pub(crate) label: AttrValue,
    /// As typed.
    pub(crate) text: AttrValue,
    /// As last understood.
    pub(crate) color: Color,
    pub(crate) note: String,
    pub(crate) error: Option<AttrValue>,
    pub(crate) oninput: Callback<String>,
    pub(crate) onblur: Callback<()>,
}

/// A swatch that opens the system's colour chooser, and the same colour in digits.
#[component]
pub(crate) fn ColorField(props: &ColorFieldProps) -> Html {
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

/// How the primary colour fares under words.
pub(crate) fn on_buttons(color: Color) -> String {
    let text = if color.text_on() == Color::WHITE { "white" } else { "black" };
    format!("Buttons get {text} words on it, at a contrast of {}.", ratio(color.contrast(color.text_on())))
}

/// How the accent colour fares as words.
pub(crate) fn as_links(color: Color) -> String {
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
