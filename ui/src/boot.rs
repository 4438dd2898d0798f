//! Before the first page: shared styles, and words for the case that nothing else works.
//!
//! In: the tokens of `portal_view`, a panic. Out: the document. Not here: pages.

use std::panic::PanicHookInfo;

use web_sys::{Document, HtmlElement};

/// Makes sure a fault of the pages ends in words and a way out, never in a white window.
pub(crate) fn guard() {
    // Through Yew, which would put its own in the place of the standard one.
    yew::set_custom_panic_hook(Box::new(|fault: &PanicHookInfo<'_>| {
        web_sys::console::error_1(&fault.to_string().into());
        if let Some(document) = document() {
            lament(&document, &fault.to_string());
        }
    }));
}

/// Puts the tokens that portal and console share in front of the console's own style sheet.
pub(crate) fn dress() {
    let style = document().and_then(|document| {
        let style = document.create_element("style").ok()?;
        style.set_text_content(Some(portal_view::TOKENS));
        Some((document.head()?, style))
    });
    if let Some((head, style)) = style {
        // Cannot fail: a head takes any element as its first child.
        let _ = head.insert_before(&style, head.first_child().as_ref());
    }
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Replaces the page, with nothing but the document: whatever broke may be broken still.
fn lament(document: &Document, fault: &str) {
    let Some(body) = document.body() else { return };
    body.set_inner_html(
        "<main class=\"lament\" role=\"alert\"><h1>The console ran into a fault of its own</h1>\
         <p>Your data is safe: it lives on the server, and what you sent before is on its way. \
         What you were typing is lost.</p>\
         <p><a id=\"reload\" class=\"button primary\" href=\"index.html\">Reload the console</a></p>\
         <p class=\"help\">If it happens again, please report this line:</p><pre></pre></main>",
    );
    if let Ok(Some(report)) = body.query_selector("pre") {
        report.set_text_content(Some(fault));
    }
    focus(&body);
}

fn focus(body: &HtmlElement) {
    let link = body.query_selector("a").ok().flatten();
    let link = link.and_then(|link| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(link).ok());
    // No focus is a pity, not a reason to fail while reporting a failure.
    link.into_iter().for_each(|link| drop(link.focus()));
}
