//! Other people's programs that the stories are told with: a mail server, verifiers of signatures.
//!
//! `cargo xtask test` installs them and says where. A story without its program fails and says so: one
//! that is skipped proves nothing.

use std::path::{Path, PathBuf};
use std::process::Stdio;

use portico::config::{Config, MailTransport, SmtpSecurity};
use serde_json::Value;
use testkit::given;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader, Lines};
use tokio::process::{Child, ChildStdout, Command};

fn script(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("it/programs").join(name)
}

/// A Python that has what `tests/requirements.txt` lists.
fn python(name: &str) -> Command {
    let mut command = Command::new(given("PORTICO_TEST_PYTHON"));
    command.arg(script(name));
    command
}

/// A Node that has what `tests/package.json` lists.
fn node(name: &str) -> Command {
    let mut command = Command::new("node");
    command.arg(script(name)).env("NODE_PATH", given("PORTICO_TEST_NODE_MODULES"));
    command
}

/// What the official verifiers say about a delivery: the event's type, or why they refuse it.
pub(crate) async fn verdicts(delivery: &Value) -> [Result<String, String>; 2] {
    [judge(python("verify.py"), delivery).await, judge(node("verify.js"), delivery).await]
}

async fn judge(mut verifier: Command, delivery: &Value) -> Result<String, String> {
    let verifier = verifier.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut verifier = verifier.expect("the verifier starts; `cargo xtask setup` installs Python and Node");
    verifier.stdin.take().unwrap().write_all(delivery.to_string().as_bytes()).await.unwrap();
    let output = verifier.wait_with_output().await.unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
    if output.status.success() { Ok(text(&output.stdout)) } else { Err(text(&output.stderr)) }
}

/// A mail server on this machine; ends with the story.
#[derive(Debug)]
pub(crate) struct MailServer {
    pub(crate) port: u16,
    messages: Lines<BufReader<ChildStdout>>,
    _process: Child,
}

impl MailServer {
    pub(crate) async fn start(options: &[&str]) -> Self {
        let mut process = python("smtp_server.py")
            .args(options)
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect("the mail server starts; `cargo xtask setup` installs Python");
        let mut messages = BufReader::new(process.stdout.take().unwrap()).lines();
        let port = messages.next_line().await.unwrap().expect("the mail server says its port");
        Self { port: port.parse().unwrap(), messages, _process: process }
    }

    /// The next message it took.
    pub(crate) async fn message(&mut self) -> Value {
        serde_json::from_str(&self.messages.next_line().await.unwrap().expect("a message")).unwrap()
    }

    /// Settings that lead to it.
    pub(crate) fn settings(&self, security: SmtpSecurity) -> impl FnOnce(&mut Config) + use<> {
        let port = self.port;
        move |config| {
            config.mail.transport = MailTransport::Smtp;
            config.mail.smtp.host = "localhost".into();
            config.mail.smtp.port = port;
            config.mail.smtp.security = security;
        }
    }
}
