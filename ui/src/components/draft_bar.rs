//! The foot of a settings form: what is unsaved, who saved meanwhile, and the buttons.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use yew::prelude::*;

use super::button::{Button, Weight};
use super::state::Banner;
use super::status::Tone;

#[derive(PartialEq, Properties)]
pub(crate) struct DraftBarProps {
    /// Whether anything differs from what is saved.
    pub(crate) dirty: bool,
    pub(crate) busy: bool,
    /// Somebody else saved since this draft was begun.
    pub(crate) conflict: bool,
    pub(crate) onsave: Callback<()>,
    pub(crate) ondiscard: Callback<()>,
    /// Keeps this draft and puts it on top of what the other saved.
    pub(crate) onkeep: Callback<()>,
}

/// Save, discard, and the choice after a conflict. ⌘/Ctrl-S saves from anywhere on the page.
#[component]
pub(crate) fn DraftBar(props: &DraftBarProps) -> Html {
    let savable = props.dirty && !props.busy && !props.conflict;
    use_save_key(savable, props.onsave.clone());
    html! {
        <div class={classes!("draft-bar", props.dirty.then_some("dirty"))}>
            if props.conflict {
                <Banner tone={Tone::Caution}>
                    <p>
                        { "Someone saved these settings while you were editing. Nothing of yours is lost: take theirs and " }
                        { "drop your changes, or keep yours, look them over and save them on top." }
                    </p>
                    <div class="buttons">
                        <Button id="reload" label="Take theirs" onclick={props.ondiscard.clone()} />
                        <Button id="keep-mine" label="Keep mine and review" onclick={props.onkeep.clone()} />
                    </div>
                </Banner>
            }
            <div class="bar">
                <p class="help" role="status">
                    { if props.dirty { "You have unsaved changes." } else { "Everything is saved." } }
                </p>
                <Button id="discard" label="Discard" weight={Weight::Quiet} disabled={!props.dirty || props.busy} onclick={props.ondiscard.clone()} />
                <Button id="save" label="Save" title="Ctrl S" weight={Weight::Primary} busy={props.busy} disabled={!savable} onclick={props.onsave.clone()} />
            </div>
        </div>
    }
}

#[hook]
fn use_save_key(savable: bool, onsave: Callback<()>) {
    use_effect_with((savable, onsave), |(savable, onsave)| {
        let (savable, onsave) = (*savable, onsave.clone());
        let listener = web_sys::window().map(|window| {
            // Not passive: the webview must not offer to save the page.
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&window, "keydown", options, move |event| {
                let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
                if (key.ctrl_key() || key.meta_key()) && key.key() == "s" {
                    key.prevent_default();
                    if savable {
                        onsave.emit(());
                    }
                }
            })
        });
        move || drop(listener)
    });
}
