//! The clipboard, for links that no page may see.

use std::sync::{Mutex, PoisonError};

/// The system's clipboard. On Linux what was copied lives as long as this does.
#[derive(Default)]
pub(crate) struct Clipboard(Mutex<Option<arboard::Clipboard>>);

impl Clipboard {
    /// Puts a text on the clipboard.
    pub(crate) fn copy(&self, text: &str) -> Result<(), arboard::Error> {
        let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let clipboard = match &mut *open {
            Some(clipboard) => clipboard,
            none => none.insert(arboard::Clipboard::new()?),
        };
        let copied = clipboard.set_text(text);
        if copied.is_err() {
            // The display may have gone and come back: begin anew next time.
            *open = None;
        }
        copied
    }
}
