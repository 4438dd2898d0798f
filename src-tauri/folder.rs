//! Where the console keeps its files.
//!
//! `connection.json` (whom it is paired with; no secret) and `replica-<merchant>.sqlite3` in one folder
//! only its user may enter; invoices go to the downloads folder.

use std::fs::{self, DirBuilder, File};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use contract::ipc::Connection;
use domain::MerchantId;
use tauri::Runtime;
use tauri::path::PathResolver;

/// The console's folder.
#[derive(Debug, Clone)]
pub(crate) struct Folder {
    root: PathBuf,
    downloads: PathBuf,
}

impl Folder {
    /// Takes the folder given, or the system's place for it, and makes it if need be.
    pub(crate) fn create<R: Runtime>(
        paths: &PathResolver<R>,
        given: Option<PathBuf>,
    ) -> anyhow::Result<Self> {
        let root = match given {
            Some(root) => root,
            None => paths.app_data_dir()?,
        };
        let mut builder = DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.recursive(true).create(&root)?;
        let downloads = paths.download_dir().unwrap_or_else(|_| root.clone());
        Ok(Self { root, downloads })
    }

    /// The replica of a merchant's data.
    pub(crate) fn replica(&self, merchant: &MerchantId) -> PathBuf {
        self.root.join(format!("replica-{merchant}.sqlite3"))
    }

    /// Removes the replica of a merchant's data, with its logs and whatever was set aside as damaged.
    pub(crate) fn remove_replica(&self, merchant: &MerchantId) -> io::Result<()> {
        let ours = format!("replica-{merchant}.");
        for file in fs::read_dir(&self.root)? {
            let file = file?;
            if file.file_name().to_string_lossy().starts_with(&ours) {
                fs::remove_file(file.path())?;
            }
        }
        Ok(())
    }

    /// Whom the console is paired with, if it is. A file that cannot be read counts as none: pairing
    /// again writes a good one.
    pub(crate) fn connection(&self) -> Option<Connection> {
        let text = fs::read(self.connection_file()).ok()?;
        serde_json::from_slice(&text).inspect_err(|error| tracing::warn!(%error, "connection.json")).ok()
    }

    /// Remembers whom the console is paired with; all or nothing.
    pub(crate) fn save_connection(&self, connection: &Connection) -> io::Result<()> {
        let new = self.root.join("connection.json.new");
        fs::write(&new, serde_json::to_vec_pretty(connection)?)?;
        fs::rename(new, self.connection_file())
    }

    /// Forgets whom the console was paired with.
    pub(crate) fn forget_connection(&self) -> io::Result<()> {
        match fs::remove_file(self.connection_file()) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    /// Saves an invoice under its number, beside and never over what is there.
    pub(crate) fn save_invoice(&self, number: &str, pdf: &[u8]) -> io::Result<PathBuf> {
        fs::create_dir_all(&self.downloads)?;
        save_beside(&self.downloads, &format!("Invoice {}", file_name(number)), pdf)
    }

    fn connection_file(&self) -> PathBuf {
        self.root.join("connection.json")
    }
}

/// An invoice number as part of a file name on any system.
fn file_name(number: &str) -> String {
    number.chars().map(|c| if c.is_alphanumeric() || "-_ ".contains(c) { c } else { '-' }).take(100).collect()
}

fn save_beside(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<PathBuf> {
    for copy in 1..1000 {
        let suffix = if copy == 1 { String::new() } else { format!(" ({copy})") };
        let path = folder.join(format!("{name}{suffix}.pdf"));
        match File::create_new(&path) {
            Ok(mut file) => return file.write_all(bytes).map(|()| path),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_invoice_is_saved_beside_the_one_before() {
        let folder = std::env::temp_dir().join(format!("portico-console-test-{}", std::process::id()));
        let folder = Folder { root: folder.clone(), downloads: folder };
        let first = folder.save_invoice("2026/014", b"first").expect("saved");
        let second = folder.save_invoice("2026/014", b"second").expect("saved");
        assert_eq!(first.file_name().and_then(|n| n.to_str()), Some("Invoice 2026-014.pdf"));
        assert_eq!(second.file_name().and_then(|n| n.to_str()), Some("Invoice 2026-014 (2).pdf"));
        assert_eq!(fs::read(first).expect("kept"), b"first");
        assert_eq!(file_name("../../.bashrc"), "-------bashrc");
        fs::remove_dir_all(folder.downloads).expect("removed");
    }
}
