//! Where mail goes: a mail server, a directory, or memory in tests.

use std::collections::VecDeque;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use domain::MailId;
use lettre::transport::smtp::Error as SmtpError;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};

use crate::config::{Smtp, SmtpSecurity};

/// How long each step of a talk with the mail server may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// The way out for mail.
#[derive(Debug)]
pub enum Mailer {
    /// A mail server.
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    /// A file per mail, for set-ups without a mail server.
    Directory(PathBuf),
    /// Kept, for tests to read.
    Memory(Mutex<Outbox>),
}

/// What a mailer in memory took, and what it is told to refuse.
#[derive(Debug, Default)]
pub struct Outbox {
    /// What was handed over, in order.
    pub sent: Vec<SentMail>,
    /// Answers to the next mails, instead of taking them.
    pub refusals: VecDeque<Refusal>,
}

/// A message as it was handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentMail {
    /// The mail.
    pub id: MailId,
    /// The envelope's sender.
    pub from: String,
    /// The envelope's recipients.
    pub to: Vec<String>,
    /// The whole message: headers, a blank line, the body.
    pub message: String,
}

/// Why a mail was not taken, in the mail server's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It may be taken another time: the server is away, busy, or does not let Portico in.
    Later(String),
    /// This mail will never be taken: no such mailbox, too large, unwanted.
    Never(String),
}

/// Why the mail server's settings cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum MailerError {
    /// The file with certificates is not there, or cannot be read.
    #[error("the setting `mail.smtp.ca_file` cannot be used: {path} cannot be read")]
    CaFile {
        /// Which file.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// The host's name, or a certificate, makes no TLS possible.
    #[error("the settings under `mail.smtp` cannot be used for {host}")]
    Tls {
        /// The mail server.
        host: String,
        /// Why.
        #[source]
        source: SmtpError,
    },
}

impl Mailer {
    /// Talks to a mail server. Connects with the first mail, not before.
    pub fn smtp(settings: &Smtp) -> Result<Self, MailerError> {
        let tls = match settings.security {
            // Refuses to go on in the clear where the server does not offer STARTTLS.
            SmtpSecurity::Starttls => Tls::Required(trust(settings)?),
            SmtpSecurity::Tls => Tls::Wrapper(trust(settings)?),
            SmtpSecurity::None => Tls::None,
        };
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&settings.host).tls(tls);
        if !settings.username.is_empty() {
            builder =
                builder.credentials(Credentials::new(settings.username.clone(), settings.password.clone()));
        }
        Ok(Self::Smtp(builder.port(settings.port).timeout(Some(PATIENCE)).build()))
    }

    /// Hands a message over.
    pub(crate) async fn send(&self, id: &MailId, message: &Message) -> Result<(), Refusal> {
        match self {
            Self::Smtp(transport) => {
                transport.send_raw(message.envelope(), &message.formatted()).await.map(drop).map_err(refusal)
            }
            Self::Directory(directory) => {
                let (directory, name, bytes) = (directory.clone(), format!("{id}.eml"), message.formatted());
                let written = tokio::task::spawn_blocking(move || write(&directory, &name, &bytes)).await;
                let written = written.unwrap_or_else(|e| Err(std::io::Error::other(e)));
                written.map_err(|e| Refusal::Later(format!("the file could not be written: {e}")))
            }
            Self::Memory(outbox) => outbox.lock().unwrap_or_else(PoisonError::into_inner).take(id, message),
        }
    }

    /// What a mailer in memory took so far; nothing for the others.
    pub fn sent(&self) -> Vec<SentMail> {
        match self {
            Self::Memory(outbox) => outbox.lock().unwrap_or_else(PoisonError::into_inner).sent.clone(),
            Self::Smtp(_) | Self::Directory(_) => Vec::new(),
        }
    }

    /// Makes a mailer in memory answer the next mails like this; the others cannot be told.
    pub fn refuse_next(&self, refusals: impl IntoIterator<Item = Refusal>) {
        if let Self::Memory(outbox) = self {
            outbox.lock().unwrap_or_else(PoisonError::into_inner).refusals.extend(refusals);
        }
    }
}

impl Outbox {
    fn take(&mut self, id: &MailId, message: &Message) -> Result<(), Refusal> {
        if let Some(refusal) = self.refusals.pop_front() {
            return Err(refusal);
        }
        let envelope = message.envelope();
        self.sent.push(SentMail {
            id: id.clone(),
            from: envelope.from().map(ToString::to_string).unwrap_or_default(),
            to: envelope.to().iter().map(ToString::to_string).collect(),
            message: String::from_utf8_lossy(&message.formatted()).into_owned(),
        });
        Ok(())
    }
}

/// Whose certificates count.
fn trust(settings: &Smtp) -> Result<TlsParameters, MailerError> {
    let refuse = |source| MailerError::Tls { host: settings.host.clone(), source };
    let mut trust = TlsParameters::builder(settings.host.clone());
    let path = &settings.ca_file;
    if !path.as_os_str().is_empty() {
        let pem = std::fs::read(path).map_err(|source| MailerError::CaFile { path: path.clone(), source })?;
        trust = trust.add_root_certificate(Certificate::from_pem(&pem).map_err(refuse)?);
    }
    trust.build().map_err(refuse)
}

/// Written aside and renamed, so that whoever watches the directory never sees half a mail. Readable by
/// the server's own account only: a mail holds a link.
fn write(directory: &Path, name: &str, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = tempfile::Builder::new().prefix(".").suffix(".part").tempfile_in(directory)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(directory.join(name))?;
    Ok(())
}

/// Answers about who we are (RFC 4954). The operator mends those, and then the mail can go.
const NOT_LET_IN: [u16; 4] = [530, 534, 535, 538];

fn refusal(error: SmtpError) -> Refusal {
    let code = error.status().map(u16::from);
    let words = match (code, std::error::Error::source(&error)) {
        (Some(code), Some(said)) => format!("{code} {said}"),
        _ => error.to_string(),
    };
    let words = bounded(&words);
    if error.is_permanent() && !code.is_some_and(|code| NOT_LET_IN.contains(&code)) {
        Refusal::Never(words)
    } else {
        Refusal::Later(words)
    }
}

/// Somebody else's words, fit to store and to show: one line, without control characters, not too long.
fn bounded(words: &str) -> String {
    /// Longer than any honest reply.
    const MOST: usize = 400;
    let line = words.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    line.collect::<Vec<_>>().join(" ").chars().take(MOST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_servers_words_are_made_fit_to_show() {
        assert_eq!(bounded("5.1.1 No such\r\n\u{1b}[31muser\u{0}"), "5.1.1 No such [31muser");
        assert_eq!(bounded(&"é".repeat(1000)).chars().count(), 400);
    }

    #[test]
    fn a_file_appears_whole() {
        let folder = tempfile::tempdir().expect("a folder");
        write(folder.path(), "mail_1.eml", b"Subject: hello\r\n\r\n").expect("written");
        write(folder.path(), "mail_1.eml", b"Subject: again\r\n\r\n").expect("written over");
        let names: Vec<_> = std::fs::read_dir(folder.path()).expect("a folder").flatten().collect();
        assert_eq!(names.len(), 1);
        assert_eq!(std::fs::read(names[0].path()).expect("a file"), b"Subject: again\r\n\r\n");
    }
}
