//! Programs that run beside xtask and end with it.
//!
//! In: a command. Out: a [`Daemon`] that tells when it is ready and is ended on drop.
//! Not here: programs that end by themselves (`process.rs`).

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, anyhow, bail};

use crate::process::{Cmd, cmd, last_lines};
use crate::workspace::{root, target};

/// How long a daemon may take to become ready. Generous: a laptop may be compiling beside it.
const PATIENCE: Duration = Duration::from_secs(60);
/// How long it may take to end when asked, before it is killed.
const FAREWELL: Duration = Duration::from_secs(5);
const GLANCE: Duration = Duration::from_millis(25);

/// A running program. Dropping it asks the program to end, then insists.
pub(crate) struct Daemon {
    name: String,
    child: Child,
    lines: Receiver<String>,
    log: PathBuf,
}

impl Daemon {
    /// Starts `command` without a terminal. What it writes to standard error goes to a log file.
    ///
    /// On Linux the kernel ends it too, should xtask be killed before it can: `setpriv`, part of
    /// util-linux, asks for that without an unsafe call of our own.
    pub(crate) fn start(name: &str, command: Cmd) -> Result<Self> {
        Self::start_with_input(name, command, "")
    }

    /// The same, with `input` on its standard input.
    pub(crate) fn start_with_input(name: &str, command: Cmd, input: &str) -> Result<Self> {
        let logs = target().join("xtask");
        fs::create_dir_all(&logs)?;
        let log = logs.join(name.replace(' ', "-")).with_extension("log");
        let failed = format!("could not start the {name}: `{command}`");
        let mut command = tied_to_us(command.into_inner());
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(File::create(&log)?);
        let mut child = command.spawn().context(failed)?;
        if let Some(mut stdin) = child.stdin.take() {
            stdin.write_all(input.as_bytes())?;
        }
        let lines = read_lines(&mut child);
        Ok(Self { name: name.to_owned(), child, lines, log })
    }

    /// Waits for the first line of its standard output in which `find` sees something.
    pub(crate) fn line<T>(&mut self, find: impl Fn(&str) -> Option<T>) -> Result<T> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            match self.lines.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
                Ok(line) => {
                    if let Some(found) = find(&line) {
                        return Ok(found);
                    }
                }
                Err(RecvTimeoutError::Timeout) => return Err(self.complaint("said nothing we waited for")),
                Err(RecvTimeoutError::Disconnected) => return Err(self.complaint("ended too early")),
            }
        }
    }

    /// Waits until `ready` holds.
    pub(crate) fn until(&mut self, mut ready: impl FnMut() -> bool) -> Result<()> {
        let deadline = Instant::now() + PATIENCE;
        while !ready() {
            if self.child.try_wait()?.is_some() {
                return Err(self.complaint("ended too early"));
            }
            if Instant::now() > deadline {
                return Err(self.complaint("was not ready in time"));
            }
            thread::sleep(GLANCE);
        }
        Ok(())
    }

    /// Prints what it writes to standard output from now on.
    pub(crate) fn forward_lines(&mut self) {
        let lines = std::mem::replace(&mut self.lines, channel().1);
        thread::spawn(move || lines.iter().for_each(|line| println!("{line}")));
    }

    /// Waits until it ends by itself.
    pub(crate) fn wait(&mut self) -> Result<ExitStatus> {
        Ok(self.child.wait()?)
    }

    fn complaint(&self, what: &str) -> anyhow::Error {
        let said = fs::read_to_string(&self.log).unwrap_or_default();
        anyhow!("the {} {what}{}", self.name, last_lines(&said))
    }

    fn end(&mut self) -> Result<()> {
        if self.child.try_wait()?.is_none() {
            // The shell's own `kill`: the standard library only knows how to insist.
            cmd("sh", ["-c", &format!("kill -TERM {}", self.child.id())]).quietly()?;
            let deadline = Instant::now() + FAREWELL;
            while self.child.try_wait()?.is_none() {
                if Instant::now() > deadline {
                    bail!("the {} did not end", self.name);
                }
                thread::sleep(GLANCE);
            }
        }
        Ok(())
    }
}

impl Drop for Daemon {
    fn drop(&mut self) {
        if self.end().is_err() {
            // Killing fails only if it is gone already, which is what we want.
            let _ = self.child.kill();
            let _ = self.child.wait();
        }
    }
}

/// Reads the child's output for as long as it runs, so that it never blocks on a full pipe.
fn read_lines(child: &mut Child) -> Receiver<String> {
    let (sender, lines) = channel();
    if let Some(stdout) = child.stdout.take() {
        thread::spawn(move || {
            for line in BufReader::new(stdout).lines().map_while(Result::ok) {
                // Nobody listens any more once the daemon is ready.
                let _ = sender.send(line);
            }
        });
    }
    lines
}

fn tied_to_us(command: Command) -> Command {
    if !cfg!(target_os = "linux") {
        return command;
    }
    let mut tied = Command::new("setpriv");
    tied.args(["--pdeathsig", "TERM", "--"]).arg(command.get_program()).args(command.get_args());
    tied.current_dir(command.get_current_dir().unwrap_or(root()));
    for (key, value) in command.get_envs() {
        match value {
            Some(value) => tied.env(key, value),
            None => tied.env_remove(key),
        };
    }
    tied
}
