//! A device with a document in it.
//!
//! In: a whole document. Out: it, at real size or shrunk as a whole. Not here: what it says.

use std::rc::Rc;

use gloo_events::EventListener;
use web_sys::{HtmlElement, HtmlIFrameElement};
use yew::prelude::*;

/// What the frame is as wide as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Device {
    Desktop,
    Phone,
}

impl Device {
    /// In CSS pixels.
    pub(crate) fn width(self) -> i32 {
        match self {
            Self::Desktop => 960,
            Self::Phone => 390,
        }
    }
}

#[derive(PartialEq, Properties)]
pub(crate) struct FrameProps {
    pub(crate) document: String,
    pub(crate) device: Device,
}

/// The documents in the frame: the one in sight, and the next while it loads. One alone would show
/// a white flash at every key that is typed.
#[derive(Default)]
struct Buffer {
    count: usize,
    in_sight: Option<(usize, AttrValue)>,
    loading: Option<(usize, AttrValue)>,
    /// Of the document in sight, in its own pixels.
    height: i32,
}

enum Turn {
    Next(AttrValue),
    Loaded(usize, i32),
}

impl Reducible for Buffer {
    type Action = Turn;
    fn reduce(self: Rc<Self>, turn: Turn) -> Rc<Self> {
        let (count, height) = (self.count, self.height);
        let (in_sight, loading) = (self.in_sight.clone(), self.loading.clone());
        Rc::new(match turn {
            Turn::Next(document) => {
                Self { count: count + 1, loading: Some((count, document)), in_sight, height }
            }
            Turn::Loaded(key, height) if loading.as_ref().is_some_and(|(newest, _)| *newest == key) => {
                Self { count, in_sight: loading, loading: None, height }
            }
            Turn::Loaded(..) => return self,
        })
    }
}

/// A device around a document. The document itself takes no clicks: its links lead nowhere here.
#[component]
pub(crate) fn Frame(FrameProps { document, device }: &FrameProps) -> Html {
    let buffer = use_reducer(Buffer::default);
    let pane = use_node_ref();
    let room = use_room(&pane);
    {
        let dispatch = buffer.dispatcher();
        use_effect_with(document.clone(), move |document| {
            dispatch.dispatch(Turn::Next(document.clone().into()))
        });
    }
    // Real size where it fits; shrunk as a whole where it does not, never rearranged.
    let percent = (room.0 * 100 / device.width()).clamp(30, 100);
    let visible = (room.1 * 100 / percent).max(320);
    let screen = if *device == Device::Phone { visible.min(780) } else { visible };
    let full = buffer.height.max(screen);
    let frame = |key: usize, document: &AttrValue, in_sight: bool| {
        let dispatch = buffer.dispatcher();
        let onload = Callback::from(move |event: Event| {
            let frame = event.target_unchecked_into::<HtmlIFrameElement>();
            dispatch.dispatch(Turn::Loaded(key, content_height(&frame)));
        });
        // A page is measured at the height of the screen: one that fills it shows how tall it is.
        let height = if in_sight { full } else { screen };
        html! {
            <iframe
                {key} id={in_sight.then_some("preview-frame")} class={if in_sight { "in-sight" } else { "loading" }}
                title="Portal preview" sandbox="allow-same-origin" tabindex="-1" scrolling="no" srcdoc={document.clone()}
                style={format!("width:{}px;height:{height}px;transform:scale({}.{:02})", device.width(), percent / 100, percent % 100)} {onload}
            />
        }
    };
    let in_sight = buffer.in_sight.iter().map(|(key, document)| frame(*key, document, true));
    let loading = buffer.loading.iter().map(|(key, document)| frame(*key, document, false));
    let size = format!("width:{}px;height:{}px", device.width() * percent / 100, full * percent / 100);
    html! {
        <div ref={pane} class={classes!("stage", match device { Device::Desktop => "desktop", Device::Phone => "phone" })}>
            <div class="device">
                <div class="screen" tabindex="0" role="region" aria-label="The page">
                    <div class="sheet" style={size}>
                        // One list, so that a frame that comes into sight keeps its document.
                        { for in_sight.chain(loading) }
                    </div>
                </div>
            </div>
            if percent < 100 { <p class="help scale">{ format!("Shown at {percent} % to fit") }</p> }
        </div>
    }
}

/// The height of a loaded document.
fn content_height(frame: &HtmlIFrameElement) -> i32 {
    let body = frame.content_document().and_then(|document| document.body());
    body.map_or(0, |body| body.scroll_height())
}

/// Width and height the device may take, in pixels, also after the window was resized.
#[hook]
fn use_room(pane: &NodeRef) -> (i32, i32) {
    let room = use_state(|| (0, 0));
    {
        let (pane, room) = (pane.clone(), room.clone());
        use_effect_with((), move |()| {
            // The frame's rim and the line below it.
            const RIM: (i32, i32) = (4, 36);
            let measure = move || {
                if let Some(pane) = pane.cast::<HtmlElement>() {
                    room.set((pane.client_width() - RIM.0, pane.client_height() - RIM.1));
                }
            };
            measure();
            let listener =
                web_sys::window().map(|window| EventListener::new(&window, "resize", move |_| measure()));
            move || drop(listener)
        });
    }
    *room
}
