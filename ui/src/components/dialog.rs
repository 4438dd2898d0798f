//! Dialogs: the browser's own, which traps the focus, closes on Esc and gives the focus back.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::button::{Button, Weight};
use super::icon::Icon;

#[derive(PartialEq, Properties)]
pub(crate) struct DialogProps {
    pub(crate) title: AttrValue,
    /// Wider than a question needs.
    #[prop_or_default]
    pub(crate) wide: bool,
    /// Closes by its own buttons alone: what it shows is not to be had again.
    #[prop_or_default]
    pub(crate) insists: bool,
    pub(crate) onclose: Callback<()>,
    pub(crate) children: Html,
    /// The row of buttons at the foot.
    #[prop_or_default]
    pub(crate) footer: Html,
}

/// A modal window; it is open as long as it is rendered.
#[component]
pub(crate) fn Dialog(props: &DialogProps) -> Html {
    let node = use_modal();
    let oncancel = {
        let (insists, onclose) = (props.insists, props.onclose.clone());
        Callback::from(move |event: Event| {
            event.prevent_default();
            if !insists {
                onclose.emit(());
            }
        })
    };
    html! {
        <dialog ref={node} class={classes!("dialog", props.wide.then_some("wide"))} aria-labelledby="dialog-title" {oncancel}>
            <header>
                <h2 id="dialog-title">{ &props.title }</h2>
                if !props.insists {
                    <Button label="Close" icon={Icon::Close} icon_only=true weight={Weight::Quiet} onclick={props.onclose.clone()} />
                }
            </header>
            <div class="body">{ props.children.clone() }</div>
            <footer>{ props.footer.clone() }</footer>
        </dialog>
    }
}

/// Opens the `<dialog>` it is put on as a modal one.
#[hook]
pub(crate) fn use_modal() -> NodeRef {
    let node = use_node_ref();
    let dialog = node.clone();
    use_effect_with((), move |()| {
        let dialog = dialog.cast::<HtmlDialogElement>();
        if let Some(dialog) = &dialog {
            // Fails only where it is open already.
            let _ = dialog.show_modal();
        }
        // Closing before it leaves the page is what hands the focus back to where it was.
        move || dialog.into_iter().for_each(|dialog| dialog.close())
    });
    node
}

#[derive(PartialEq, Properties)]
pub(crate) struct ConfirmProps {
    pub(crate) title: AttrValue,
    /// The verb and its object: "Send portal link".
    pub(crate) label: AttrValue,
    #[prop_or_default]
    pub(crate) danger: bool,
    #[prop_or_default]
    pub(crate) busy: bool,
    pub(crate) onconfirm: Callback<()>,
    pub(crate) onclose: Callback<()>,
    /// The object and the consequence.
    pub(crate) children: Html,
}

/// "Are you sure?", said properly.
#[component]
pub(crate) fn Confirm(props: &ConfirmProps) -> Html {
    let footer = html! {
        <>
            <Button id="cancel" label="Cancel" disabled={props.busy} autofocus={props.danger} onclick={props.onclose.clone()} />
            <Button
                id="confirm"
                label={props.label.clone()}
                weight={if props.danger { Weight::Danger } else { Weight::Primary }}
                busy={props.busy}
                autofocus={!props.danger}
                onclick={props.onconfirm.clone()}
            />
        </>
    };
    html! {
        <Dialog title={props.title.clone()} onclose={props.onclose.clone()} {footer}>{ props.children.clone() }</Dialog>
    }
}
