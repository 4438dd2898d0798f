//! Programs that run beside a story and end with it.
//!
//! In: where `cargo xtask test` says they are. Out: a running [`Program`]. Not here: what they are for.

use std::io::{BufRead as _, BufReader, Read};
use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::process::CommandExt as _;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long a program may take to end when asked, before it is killed.
const FAREWELL: Duration = Duration::from_secs(5);
const GLANCE: Duration = Duration::from_millis(20);

/// What the variable `name` says, which `cargo xtask test` sets.
///
/// # Panics
/// Where it is not set, or names nothing that exists: such a story cannot be told.
#[expect(clippy::disallowed_methods, reason = "what tests are run with is told by environment variables")]
pub fn given(name: &str) -> PathBuf {
    let path = std::env::var_os(name).map(PathBuf::from).unwrap_or_default();
    assert!(
        path.exists(),
        "{name} names nothing that exists ({path:?}). This story needs programs of other people; \
         `cargo xtask test` installs them and says where they are"
    );
    path
}

/// A port that was free just now, for programs that want to be told one.
pub(crate) fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    listener.local_addr().expect("an address").port()
}

/// A running program and whatever it starts. Dropping it asks them all to end, then insists.
#[derive(Debug)]
pub(crate) struct Program(Child);

impl Program {
    /// Starts a program and returns what `found` sees in the first line of its output that has it.
    pub(crate) fn start<T>(command: &mut Command, found: impl Fn(&str) -> Option<T>) -> (Self, T) {
        command.process_group(0).stdout(Stdio::piped());
        let mut child = command.spawn().unwrap_or_else(|error| panic!("{command:?} does not start: {error}"));
        let mut lines = BufReader::new(child.stdout.take().expect("its output is piped"));
        let program = Self(child);
        let mut line = String::new();
        loop {
            line.clear();
            let length = lines.read_line(&mut line).expect("text");
            assert!(length > 0, "{command:?} ended before it was ready");
            if let Some(found) = found(&line) {
                drain(lines);
                return (program, found);
            }
        }
    }

    /// Starts a program that says nothing.
    pub(crate) fn start_silent(command: &mut Command) -> Self {
        let child = command.process_group(0).stdout(Stdio::null()).spawn();
        Self(child.unwrap_or_else(|error| panic!("{command:?} does not start: {error}")))
    }
}

/// Reads on, so that the program never blocks on a full pipe.
fn drain(mut lines: impl Read + Send + 'static) {
    std::thread::spawn(move || std::io::copy(&mut lines, &mut std::io::sink()));
}

impl Drop for Program {
    fn drop(&mut self) {
        // By the system's own `kill`, to the whole group: the standard library knows only how to insist, and
        // only with the one, which leaves a driver's browser behind.
        let group = format!("-{}", self.0.id());
        let tell = |signal| Command::new("kill").args([signal, "--", &group]).stderr(Stdio::null()).status();
        let asked = tell("-TERM");
        let deadline = Instant::now() + FAREWELL;
        while asked.as_ref().is_ok_and(|status| status.success())
            && matches!(self.0.try_wait(), Ok(None))
            && Instant::now() < deadline
        {
            std::thread::sleep(GLANCE);
        }
        // Fails only if all are gone already, which is what we want.
        let _ = tell("-KILL");
        let _ = self.0.wait();
    }
}
