//! Pictures of the portal and the console, taken without a desktop.
//!
//! In: a running demo. Out: PNG files in a folder.
//! Not here: judging them; the tests do that in their own way.

mod console;
mod guest;
mod portal;
mod showcase;

use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::demo::Access;
use portal::Portal;

/// Saves each page of portal and console into `folder`.
pub(crate) fn take(access: &Access, data: &Path, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    let portal = Portal::open(folder)?;
    showcase::pages(&portal, &access.portal_link)?;
    console::pages(access, data, folder)?;
    // Last, because the sample has one customer more from here on.
    guest::pages(&portal, access)
}
