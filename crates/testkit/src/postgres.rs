//! A throw-away Postgres cluster, one per test process, on a socket in a temporary folder.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use sqlx::{Connection as _, PgConnection, PgPool};

const PREFIX: &str = "portico-pg-";
static CLUSTER: OnceLock<PathBuf> = OnceLock::new();
static COUNT: AtomicU32 = AtomicU32::new(0);

/// The address of a new, empty database.
pub(crate) async fn new_database() -> String {
    let folder = tokio::task::spawn_blocking(|| CLUSTER.get_or_init(start).clone()).await.expect("no panic");
    let name = format!("story_{}", COUNT.fetch_add(1, Ordering::Relaxed));
    let mut admin = connect(&address(&folder, "postgres")).await;
    // Another story may be using template1 at this instant; template0 is never in use.
    let statement = format!("CREATE DATABASE {name} TEMPLATE template0");
    sqlx::query(sqlx::AssertSqlSafe(statement)).execute(&mut admin).await.expect("a database is made");
    address(&folder, &name)
}

/// Connects; a cluster whose socket is there may still be starting up.
async fn connect(address: &str) -> PgConnection {
    const STARTING_UP: &str = "57P03";
    loop {
        match PgConnection::connect(address).await {
            Err(sqlx::Error::Database(e)) if e.code().as_deref() == Some(STARTING_UP) => {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            connected => return connected.expect("the cluster answers"),
        }
    }
}

fn address(folder: &Path, database: &str) -> String {
    format!("postgres://portico@localhost/{database}?host={}", folder.display())
}

/// Each row of each table, as text.
pub(crate) async fn rows(pool: &PgPool) -> String {
    let tables = "SELECT table_name::text FROM information_schema.tables WHERE table_schema = 'public'";
    let tables: Vec<String> = sqlx::query_scalar(tables).fetch_all(pool).await.expect("the tables are told");
    let mut text = String::new();
    for table in tables {
        let statement = format!("SELECT one::text FROM \"{table}\" one");
        let rows = sqlx::query_scalar(sqlx::AssertSqlSafe(statement)).fetch_all(pool).await;
        for row in rows.expect("a table is read") {
            let row: String = row;
            text.push_str(&row);
            text.push('\n');
        }
    }
    text
}

/// Makes and starts the cluster; it ends with this process.
fn start() -> PathBuf {
    remove_leftovers();
    let folder = std::env::temp_dir().join(format!("{PREFIX}{}", std::process::id()));
    std::fs::create_dir(&folder).expect("a fresh folder");
    let data = folder.join("data");
    let root = is_root();
    if root {
        run(Command::new("chown").arg("postgres").arg(&folder));
    }
    let mut init = as_postgres(root, "initdb");
    init.args(["--no-sync", "--auth=trust", "--username=portico", "--encoding=UTF8", "--locale=C", "-D"]);
    run(init.arg(&data).stdout(Stdio::null()));
    let mut server = as_postgres(root, "postgres");
    server.arg("-D").arg(&data).arg("-k").arg(&folder).args(["-c", "listen_addresses="]);
    for setting in ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=400"] {
        server.args(["-c", setting]);
    }
    server.stdout(Stdio::null()).stderr(Stdio::null());
    // `setpriv --pdeathsig` ends the cluster when the *thread* that spawned it ends, and test threads
    // end early: so a thread spawns it that lasts as long.
    std::thread::spawn(move || server.spawn().expect("postgres starts").wait());
    wait_for(&folder.join(".s.PGSQL.5432"));
    folder
}

fn wait_for(socket: &Path) {
    let started = Instant::now();
    while std::os::unix::net::UnixStream::connect(socket).is_err() {
        assert!(
            started.elapsed() < Duration::from_secs(60),
            "postgres did not answer on {}",
            socket.display()
        );
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// A Postgres program that runs as a user it accepts (it refuses root) and ends with us.
fn as_postgres(root: bool, program: &str) -> Command {
    let mut command = Command::new("setpriv");
    if root {
        command.args(["--reuid=postgres", "--regid=postgres", "--init-groups"]);
    }
    command.arg("--pdeathsig=INT").arg("--").arg(bin_dir().join(program)).current_dir("/");
    command
}

/// Debian keeps Postgres' server programs off the PATH.
fn bin_dir() -> PathBuf {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut found: Vec<PathBuf> =
        versions.map(|entry| entry.path().join("bin")).filter(|bin| bin.join("initdb").exists()).collect();
    found.sort();
    found
        .pop()
        .expect("Postgres is needed for the tests: run `cargo xtask test`, or `apt install postgresql`")
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output().expect("id runs");
    id.stdout == b"0\n"
}

fn run(command: &mut Command) {
    let status = command.status().unwrap_or_else(|e| panic!("{command:?} starts: {e}"));
    assert!(status.success(), "{command:?} ended with {status}");
}

/// Folders of clusters whose test process is gone.
fn remove_leftovers() {
    for entry in std::fs::read_dir(std::env::temp_dir()).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let owner = name.to_str().and_then(|name| name.strip_prefix(PREFIX));
        if owner.is_some_and(|pid| !Path::new("/proc").join(pid).exists()) {
            // Another process may be removing it at this moment; either way it goes.
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
}
