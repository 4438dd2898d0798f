//! The environment variables the console reads, all in one place and all for demonstrations.

use std::path::PathBuf;

use client::Secret;

/// What the environment asks for.
#[derive(Debug)]
pub(crate) struct Environment {
    /// `PORTICO_CONSOLE_DATA`: keep all files in this folder instead of the system's place.
    pub(crate) data: Option<PathBuf>,
    /// `PORTICO_CONSOLE_SERVER`: pair with this server at the start, unless paired already.
    pub(crate) server: Option<String>,
    /// `PORTICO_CONSOLE_KEY`: the key to do that with; kept in memory only.
    pub(crate) key: Option<Secret>,
}

impl Environment {
    /// Reads them; what is not set or empty asks for nothing.
    #[expect(clippy::disallowed_methods, reason = "this is the one place where the console reads them")]
    pub(crate) fn read() -> Self {
        let text = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
        Self {
            data: std::env::var_os("PORTICO_CONSOLE_DATA").filter(|path| !path.is_empty()).map(PathBuf::from),
            server: text("PORTICO_CONSOLE_SERVER"),
            key: text("PORTICO_CONSOLE_KEY").as_deref().map(Secret::new),
        }
    }
}
