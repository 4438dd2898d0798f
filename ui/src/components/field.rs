//! Form fields: label above, help below, the error in the help's place.

use contract::ipc::Failure;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(crate) struct FieldProps {
    /// Of the control inside.
    pub(crate) id: AttrValue,
    pub(crate) label: AttrValue,
    #[prop_or_default]
    pub(crate) help: Option<AttrValue>,
    #[prop_or_default]
    pub(crate) error: Option<AttrValue>,
    pub(crate) children: Html,
}

/// The frame around a control.
#[component]
pub(crate) fn Field(props: &FieldProps) -> Html {
    html! {
        <div class={classes!("field", props.error.is_some().then_some("wrong"))}>
            <label for={props.id.clone()}>{ &props.label }</label>
            { props.children.clone() }
            if let Some(error) = &props.error {
                <p id={note_id(&props.id)} class="error" role="alert">{ error }</p>
            } else if let Some(help) = &props.help {
                <p id={note_id(&props.id)} class="help">{ help }</p>
            }
        </div>
    }
}

/// What `aria-describedby` of the control points to.
pub(crate) fn note_id(control: &str) -> String {
    format!("{control}-note")
}

/// What is wrong with a field, of all that is wrong with the form.
pub(crate) fn field_error(failure: Option<&Failure>, field: &str) -> Option<AttrValue> {
    let error = failure?.errors.iter().find(|error| error.field == field)?;
    Some(error.message.clone().into())
}

/// The same for a field that holds several: what is wrong with it, or with the first of its parts.
pub(crate) fn field_error_within(failure: Option<&Failure>, field: &str) -> Option<AttrValue> {
    let error = failure?.errors.iter().find(|error| error.field.starts_with(field))?;
    Some(error.message.clone().into())
}

/// What is wrong with none of the form's `fields`, or what begins like them, for the foot of the form.
pub(crate) fn unplaced(failure: &Failure, fields: &[&str]) -> Option<String> {
    let placed = |error: &&contract::FieldError| fields.iter().any(|field| error.field.starts_with(field));
    let strays: Vec<&str> =
        failure.errors.iter().filter(|error| !placed(error)).map(|error| error.message.as_str()).collect();
    match (failure.errors.is_empty(), strays.is_empty()) {
        (true, _) => Some(failure.message.clone()),
        (false, true) => None,
        (false, false) => Some(strays.join(" ")),
    }
}

#[derive(PartialEq, Properties)]
pub(crate) struct TextFieldProps {
    pub(crate) id: AttrValue,
    pub(crate) label: AttrValue,
    pub(crate) value: AttrValue,
    #[prop_or_default]
    pub(crate) help: Option<AttrValue>,
    #[prop_or_default]
    pub(crate) error: Option<AttrValue>,
    #[prop_or(AttrValue::Static("text"))]
    pub(crate) kind: AttrValue,
    #[prop_or_default]
    pub(crate) placeholder: Option<AttrValue>,
    /// Ids, addresses and secrets.
    #[prop_or_default]
    pub(crate) mono: bool,
    /// Several lines.
    #[prop_or_default]
    pub(crate) long: bool,
    #[prop_or_default]
    pub(crate) autofocus: bool,
    pub(crate) oninput: Callback<String>,
    #[prop_or_default]
    pub(crate) onblur: Callback<()>,
}

/// A line, or some lines, of text.
#[component]
pub(crate) fn TextField(props: &TextFieldProps) -> Html {
    let noted = props.error.is_some() || props.help.is_some();
    let describedby = noted.then(|| note_id(&props.id));
    let invalid = props.error.is_some().then_some("true");
    let onblur = props.onblur.reform(|_: FocusEvent| ());
    let control = if props.long {
        let oninput = props
            .oninput
            .reform(|event: InputEvent| event.target_unchecked_into::<HtmlTextAreaElement>().value());
        html! {
            <textarea id={props.id.clone()} rows="3" value={props.value.clone()}
                placeholder={props.placeholder.clone()} aria-describedby={describedby} aria-invalid={invalid}
                {oninput} {onblur} />
        }
    } else {
        let oninput = props
            .oninput
            .reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
        html! {
            <input id={props.id.clone()} type={props.kind.clone()} class={props.mono.then_some("mono")}
                value={props.value.clone()} placeholder={props.placeholder.clone()} autocomplete="off"
                spellcheck={props.mono.then_some("false")} autofocus={props.autofocus}
                aria-describedby={describedby} aria-invalid={invalid} {oninput} {onblur} />
        }
    };
    html! {
        <Field id={props.id.clone()} label={props.label.clone()} help={props.help.clone()} error={props.error.clone()}>
            { control }
        </Field>
    }
}
