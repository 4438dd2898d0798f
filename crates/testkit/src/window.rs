//! A window with a real page in it, used as a person does: by words, places and keys.
//!
//! In: a WebDriver session. Out: what is seen. Everything that looks, waits until it sees.
//! Not here: which program opened the window (`chromium.rs`, `console.rs`).

use std::ops::Deref;
use std::path::Path;
use std::time::Duration;

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::{Element, ElementRef};
use fantoccini::error::CmdError;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::Value;

/// How long anything may take to come into sight: a laptop may be compiling beside it.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long a driver may take to say what went wrong.
const GRACE: Duration = Duration::from_secs(5);
const GLANCE: Duration = Duration::from_millis(50);

/// A window. What WebDriver can do beyond this is reached by dereference.
#[derive(Debug)]
pub struct Window(Client);

impl Deref for Window {
    type Target = Client;

    fn deref(&self) -> &Client {
        &self.0
    }
}

impl Window {
    /// Has the driver at `address` open a window of this kind.
    pub(crate) async fn open(address: &str, kind: Value) -> Self {
        let Value::Object(kind) = kind else { panic!("capabilities are an object") };
        // Debian's drivers speak plain HTTP, and only to this machine.
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(Capabilities::from(kind));
        Self(
            builder
                .connect(address)
                .await
                .unwrap_or_else(|error| panic!("{address} opens no window: {error}")),
        )
    }

    /// Opens an address.
    pub async fn go(&self, url: &str) {
        in_time(url, self.0.goto(url)).await;
    }

    /// What the page says, as a person reads it.
    pub async fn text(&self) -> String {
        // The driver's own idea of text leaves out whatever is cut off with an ellipsis.
        let text = self.0.execute("return document.body?.innerText ?? ''", Vec::new()).await;
        // Between two pages there is nobody to ask.
        text.ok().and_then(|text| text.as_str().map(str::to_owned)).unwrap_or_default()
    }

    /// Waits until the page says this.
    pub async fn says(&self, words: &str) {
        self.until(&format!("“{words}”"), async || self.text().await.contains(words).then_some(())).await;
    }

    /// Waits until the page does not say this any more.
    pub async fn stops_saying(&self, words: &str) {
        let gone = async || (!self.text().await.contains(words)).then_some(());
        self.until(&format!("no “{words}” any more"), gone).await;
    }

    /// Waits for what a CSS selector finds, in sight.
    pub async fn see(&self, selector: &str) -> Element {
        self.see_by("document.querySelector(arguments[0])", selector).await
    }

    /// Waits until a CSS selector finds nothing.
    pub async fn sees_no(&self, selector: &str) {
        let gone = async || {
            let found = self.0.find_all(Locator::Css(selector)).await;
            found.is_ok_and(|found| found.is_empty()).then_some(())
        };
        self.until(&format!("no {selector}"), gone).await;
    }

    /// Waits for a link or a button with exactly these words.
    pub async fn see_words(&self, words: &str) -> Element {
        const BY_WORDS: &str = "[...document.querySelectorAll('a, button')]\
                                .find(one => one.innerText.replace(/\\s+/g, ' ').trim() == arguments[0])";
        self.see_by(BY_WORDS, words).await
    }

    /// Presses what a CSS selector finds.
    pub async fn press(&self, selector: &str) {
        self.until(selector, async || self.see(selector).await.click().await.ok()).await;
    }

    /// Presses the link or button with exactly these words.
    pub async fn press_words(&self, words: &str) {
        self.until(words, async || self.see_words(words).await.click().await.ok()).await;
    }

    /// Replaces what stands in a field, by selecting and typing.
    pub async fn fill(&self, selector: &str, text: &str) {
        let field = self.see(selector).await;
        let select = "arguments[0].focus(); arguments[0].select()";
        let element = serde_json::to_value(&field).expect("an element");
        in_time(select, self.0.execute(select, vec![element])).await;
        in_time(selector, field.send_keys(text)).await;
    }

    /// Presses keys, wherever the focus is.
    pub async fn keys(&self, keys: &str) {
        let strokes = keys.chars().fold(KeyActions::new("keyboard".into()), |strokes, value| {
            strokes.then(KeyAction::Down { value }).then(KeyAction::Up { value })
        });
        in_time("the keyboard", self.0.perform_actions(strokes)).await;
    }

    /// Presses a key while holding another.
    pub async fn chord(&self, held: char, key: char) {
        let strokes = KeyActions::new("keyboard".into())
            .then(KeyAction::Down { value: held })
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Up { value: key })
            .then(KeyAction::Up { value: held });
        in_time("the keyboard", self.0.perform_actions(strokes)).await;
    }

    /// Chooses a file in a file field, which pages like to hide behind a button of their own.
    pub async fn choose_file(&self, selector: &str, path: &Path) {
        let field = in_time(selector, self.0.find(Locator::Css(selector))).await;
        in_time(selector, field.send_keys(&path.display().to_string())).await;
    }

    /// What a script, the body of a function, returns.
    pub async fn ask(&self, script: &str) -> Value {
        in_time(script, self.0.execute(script, Vec::new())).await
    }

    /// Waits until `look` sees something; `what` names it for the case that it never does.
    pub async fn until<T>(&self, what: &str, look: impl AsyncFn() -> Option<T>) -> T {
        match self.wait_until(look).await {
            Some(seen) => seen,
            None => self.lament(what).await,
        }
    }

    /// Waits until `look` sees something; none if it does not in all the time there is.
    pub async fn wait_until<T>(&self, look: impl AsyncFn() -> Option<T>) -> Option<T> {
        let seen = async {
            loop {
                match look().await {
                    Some(seen) => return seen,
                    None => tokio::time::sleep(GLANCE).await,
                }
            }
        };
        tokio::time::timeout(PATIENCE, seen).await.ok()
    }

    async fn lament(&self, what: &str) -> ! {
        let picture = std::env::temp_dir().join(format!("portico-window-{}.png", std::process::id()));
        let taken = tokio::time::timeout(GRACE, self.0.screenshot()).await.ok().and_then(Result::ok);
        let taken = taken.and_then(|bytes| std::fs::write(&picture, bytes).ok());
        let picture = taken.map(|()| format!("; a picture is in {}", picture.display())).unwrap_or_default();
        let text =
            tokio::time::timeout(GRACE, self.text()).await.unwrap_or_else(|_| "nothing any more".into());
        panic!("waited for {what} in vain{picture}; the page says:\n{text}");
    }

    /// Waits for what an expression finds, in sight. By a script: WebKit's driver can wait for ever when it is
    /// asked to find something in a page that is just changing its address, and its idea of what is in sight
    /// leaves out what is cut off.
    async fn see_by(&self, expression: &str, name: &str) -> Element {
        let script = format!(
            "const found = {expression}; \
             return found?.getClientRects().length && getComputedStyle(found).visibility == 'visible' ? found : null"
        );
        let look = async || {
            let found = self.0.execute(&script, vec![name.into()]).await.ok()?;
            let id = found.as_object()?.values().next()?.as_str()?;
            Some(Element::from_element_id(self.0.clone(), ElementRef::from(id.to_owned())))
        };
        self.until(name, look).await
    }

    /// Closes the window, and with it the program it belongs to.
    pub async fn close(self) {
        in_time("closing the window", self.0.close()).await;
    }
}

/// What the driver answers; a driver that does not is as bad as one that refuses.
async fn in_time<T>(what: &str, answer: impl Future<Output = Result<T, CmdError>>) -> T {
    match tokio::time::timeout(PATIENCE, answer).await {
        Ok(Ok(answer)) => answer,
        Ok(Err(error)) => panic!("{what}: {error}"),
        Err(_) => panic!("{what}: the driver does not answer"),
    }
}
