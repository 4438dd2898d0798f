//! The only way out of the webview: commands to the shell, and what it tells unasked.
//!
//! In: `contract::ipc` commands. Out: their answers, or a [`Failure`] fit to be shown.
//! Not here: HTTP, storage, retries.

use contract::ErrorCode;
use contract::ipc::{Command, Failure, PUSH_EVENT, Push};
use js_sys::{Function, JSON, Object, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Asks the shell and awaits its answer.
///
/// Whatever goes wrong on the way (no shell, an answer of another version) is a [`Failure`] too.
pub(crate) async fn call<C: Command>(command: C) -> Result<C::Output, Failure> {
    let request = serde_json::json!({ "name": C::NAME, "payload": command }).to_string();
    let request = JSON::parse(&request).map_err(|_| broken("the question could not be written"))?;
    let answer = invoke("core", "invoke", &["rpc".into(), request]).await.map_err(failure)?;
    let text = text_of(&answer);
    serde_json::from_str(&text)
        .map_err(|error| broken(&format!("the answer to {} could not be read: {error}", C::NAME)))
}

/// Calls `heard` for everything the shell says unasked, for as long as the console runs.
pub(crate) async fn listen(heard: impl Fn(Push) + 'static) -> Result<(), Failure> {
    let handler = Closure::<dyn Fn(JsValue)>::new(move |event: JsValue| {
        let payload = Reflect::get(&event, &"payload".into()).unwrap_or(JsValue::NULL);
        // A push of a newer shell that this page does not know is no reason to stop hearing others.
        if let Ok(push) = serde_json::from_str(&text_of(&payload)) {
            heard(push);
        }
    });
    let handler = handler.into_js_value();
    invoke("event", "listen", &[PUSH_EVENT.into(), handler]).await.map(drop).map_err(failure)
}

/// `window.__TAURI__.{module}.{function}(…arguments)`, awaited.
async fn invoke(module: &str, function: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let tauri = Reflect::get(&js_sys::global(), &"__TAURI__".into())?;
    let module = Reflect::get(&tauri, &module.into())?;
    let function: Function = Reflect::get(&module, &function.into())?.dyn_into()?;
    let promise: Promise = function.apply(&module, &arguments.iter().collect())?.dyn_into()?;
    JsFuture::from(promise).await
}

/// JSON of a value; what JSON cannot say (`undefined`) is `null`.
fn text_of(value: &JsValue) -> String {
    JSON::stringify(value).ok().and_then(|text| text.as_string()).unwrap_or_else(|| "null".into())
}

/// A rejection is a [`Failure`] if the shell wrote it, else whatever broke on the way there.
fn failure(thrown: JsValue) -> Failure {
    serde_json::from_str(&text_of(&thrown)).unwrap_or_else(|_| {
        let said = thrown.as_string().or_else(|| Object::from(thrown).to_string().as_string());
        broken(&said.unwrap_or_else(|| "no reason was given".into()))
    })
}

fn broken(detail: &str) -> Failure {
    let message = format!(
        "The console's window and its shell could not talk to each other ({detail}). Nothing was changed. \
         Restart the console; if this comes back, install the latest version."
    );
    Failure::new(ErrorCode::Internal, message)
}
