//! What each part of the form is given, and how it shows a switch or a line of text.

use contract::ipc::Failure;
use yew::prelude::*;

use super::draft::PortalDraft;
use crate::components::field::{TextField, field_error_within};
use crate::components::switch::Switch;

/// The draft, what is wrong with it, and where an edit goes.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PartProps {
    pub(crate) draft: PortalDraft,
    pub(crate) failure: Option<Failure>,
    pub(crate) ondraft: Callback<PortalDraft>,
    /// Looks at what was typed once a field is left.
    pub(crate) oncheck: Callback<()>,
}

/// A field that is typed.
pub(crate) struct Line {
    /// Of the control.
    pub(crate) id: &'static str,
    pub(crate) label: &'static str,
    pub(crate) help: &'static str,
    /// As the server names it.
    pub(crate) field: &'static str,
    pub(crate) placeholder: &'static str,
    /// Addresses and numbers.
    pub(crate) mono: bool,
    /// Several lines.
    pub(crate) long: bool,
}

impl PartProps {
    /// An edit of the draft as it is now.
    pub(crate) fn edit<T: 'static>(&self, set: impl Fn(&mut PortalDraft, T) + 'static) -> Callback<T> {
        let (draft, ondraft) = (self.draft.clone(), self.ondraft.clone());
        Callback::from(move |value: T| {
            let mut next = draft.clone();
            set(&mut next, value);
            ondraft.emit(next);
        })
    }

    /// A switch with its reason.
    pub(crate) fn switch(
        &self,
        id: &'static str,
        label: &'static str,
        reason: &'static str,
        checked: bool,
        set: impl Fn(&mut PortalDraft, bool) + 'static,
    ) -> Html {
        html! { <Switch {id} {label} {reason} {checked} onchange={self.edit(set)} /> }
    }

    /// A line, or lines, to type.
    pub(crate) fn line(
        &self,
        line: &Line,
        value: &str,
        set: impl Fn(&mut PortalDraft, String) + 'static,
    ) -> Html {
        html! {
            <TextField
                id={line.id} label={line.label} help={(!line.help.is_empty()).then_some(line.help)}
                mono={line.mono} long={line.long} placeholder={(!line.placeholder.is_empty()).then_some(line.placeholder)}
                error={field_error_within(self.failure.as_ref(), line.field)} value={value.to_owned()}
                oninput={self.edit(set)} onblur={self.oncheck.clone()}
            />
        }
    }
}
