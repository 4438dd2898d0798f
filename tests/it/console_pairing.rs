//! The console's first start, its next, and one whose files were damaged in between.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use testkit::{Console, World};

use crate::console::{desktop_told, pair, paired, search, shows_status, world};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs a desktop: cargo xtask test --slow"]
async fn the_first_start_asks_for_server_and_key_and_the_next_does_not() {
    let (world, _) = world().await;
    let console = Console::new().await;
    let window = console.open().await;
    window.says("Connect to your Portico server").await;
    pair(&window, &world, "sk_not_a_key").await;
    window.see("#api-key-note.error").await;
    assert!(!console.folder().join("connection.json").exists(), "nothing is kept of a refusal");

    pair(&window, &world, &world.admin_key).await;
    window.see("#nav-customers").await;
    window.press("#nav-settings").await;
    window.says("in this computer's keyring").await;
    window.close().await;
    assert!(keyring_knows(&world), "the key is in the system's secret service");
    assert!(!somewhere_in(console.folder(), world.admin_key.as_bytes()), "the key is on disk");

    let window = console.open().await;
    window.see("#nav-customers").await;
    shows_status(&window, "Synced").await;
    window.press("#status").await;
    window.press("#disconnect").await;
    window.press("#confirm").await;
    window.says("Connect to your Portico server").await;
    assert!(!keyring_knows(&world), "parting takes the key out of the keyring");
    window.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs a desktop: cargo xtask test --slow"]
async fn a_damaged_copy_is_set_aside_and_fetched_again() {
    let (world, _) = world().await;
    let (console, window) = paired(&world, &world.admin_key).await;
    shows_status(&window, "Synced").await;
    window.close().await;
    damage(console.folder());

    let window = console.open().await;
    shows_status(&window, "Synced").await;
    search(&window, "muller").await;
    let news = "The local copy of your data was damaged. Nothing is lost: it is being fetched again";
    window.until("a notification on the desktop", async || desktop_told(news).then_some(())).await;
    window.close().await;
}

/// Whether the system's secret service has a key for this server.
fn keyring_knows(world: &World) -> bool {
    let account = format!("{} {}", world.url.as_str().trim_end_matches('/'), world.merchant.id);
    let reply = Command::new("dbus-send")
        .args(["--session", "--print-reply", "--dest=org.freedesktop.secrets", "/org/freedesktop/secrets"])
        .arg("org.freedesktop.Secret.Service.SearchItems")
        .arg(format!("dict:string:string:service,portico,username,{account}"))
        .output()
        .expect("dbus-send, which `cargo xtask test` installs");
    assert!(reply.status.success(), "{}", String::from_utf8_lossy(&reply.stderr));
    String::from_utf8_lossy(&reply.stdout).contains("/org/freedesktop/secrets/collection/")
}

/// Whether any file of the folder holds these bytes.
fn somewhere_in(folder: &Path, bytes: &[u8]) -> bool {
    let held = |file: &PathBuf| fs::read(file).unwrap().windows(bytes.len()).any(|window| window == bytes);
    files(folder).iter().any(held)
}

/// Writes nonsense over the console's copy of the data and over what was not yet moved into it.
fn damage(folder: &Path) {
    let of_replica = |file: &PathBuf| file.file_name().unwrap().to_string_lossy().contains(".sqlite3");
    let damaged: Vec<PathBuf> = files(folder).into_iter().filter(of_replica).collect();
    assert!(!damaged.is_empty(), "there is a copy");
    for file in damaged {
        let size = fs::metadata(&file).unwrap().len();
        fs::write(file, "?".repeat(usize::try_from(size).unwrap())).unwrap();
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    files.filter(|file| file.is_file()).collect()
}
