//! The desktop shell around the console's pages.

/// Opens the window and runs until it is closed.
pub fn run() -> anyhow::Result<()> {
    tauri::Builder::default().run(tauri::generate_context!())?;
    Ok(())
}
