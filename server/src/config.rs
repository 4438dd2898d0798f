//! Settings: the documented defaults, then a file, then the environment.
//!
//! In: `default.toml`, `--config`, `PORTICO_…` and `DATABASE_URL`. Out: one checked [`Config`].
//! Not here: anything that can change while the server runs.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use domain::{BilledBy, Email};
use figment::Figment;
use figment::providers::{Env, Format as _, Toml};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use url::Url;

/// The defaults and their documentation.
pub const DEFAULTS: &str = include_str!("default.toml");

/// All settings; see [`DEFAULTS`] for what each means.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "default.toml documents every key")]
pub struct Config {
    pub data_dir: PathBuf,
    pub database_url: String,
    pub postgres_connections: u32,
    pub server: Server,
    pub log: Log,
    pub mail: Mail,
    pub webhooks: Webhooks,
    pub portal: Portal,
    pub payments: Payments,
    pub billing: Billing,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "default.toml documents every key")]
pub struct Server {
    pub listen: SocketAddr,
    pub public_url: String,
    pub behind_proxy: bool,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "default.toml documents every key")]
pub struct Log {
    pub format: LogFormat,
    pub filter: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "default.toml documents every key")]
pub enum LogFormat {
    Human,
    Json,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "default.toml documents every key")]
pub struct Mail {
    pub transport: MailTransport,
    pub directory: PathBuf,
    pub from: Email,
    #[serde(deserialize_with = "email_or_none")]
    pub notes_to: Option<Email>,
    pub smtp: Smtp,
}

/// An address, or none where it is left empty.
fn email_or_none<'de, D: Deserializer<'de>>(value: D) -> Result<Option<Email>, D::Error> {
    let text = String::deserialize(value)?;
    if text.is_empty() { Ok(None) } else { text.parse().map(Some).map_err(D::Error::custom) }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "default.toml documents every key")]
pub enum MailTransport {
    Directory,
    Smtp,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "default.toml documents every key")]
pub struct Smtp {
    pub host: String,
    pub port: u16,
    pub security: SmtpSecurity,
    pub username: String,
    pub password: String,
    pub ca_file: PathBuf,
}

impl std::fmt::Debug for Smtp {
    /// Leaves out the password.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Smtp").field("host", &self.host).field("port", &self.port).finish_non_exhaustive()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "default.toml documents every key")]
pub enum SmtpSecurity {
    Starttls,
    Tls,
    None,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "default.toml documents every key")]
pub struct Webhooks {
    pub allow_networks: Vec<ipnet::IpNet>,
    pub timeout_seconds: u16,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "default.toml documents every key")]
pub struct Portal {
    pub recovery_per_hour: u32,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "default.toml documents every key")]
pub struct Payments {
    pub provider: PaymentProvider,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "default.toml documents every key")]
pub enum PaymentProvider {
    Sandbox,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "default.toml documents every key")]
pub struct Billing {
    pub due_days: u16,
    pub retry_after_days: Vec<u16>,
    pub after_retries: AfterRetries,
    pub trial_without_payment_method: TrialWithoutMethod,
    pub billed_by: BilledBy,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "default.toml documents every key")]
pub enum AfterRetries {
    Keep,
    Cancel,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "default.toml documents every key")]
pub enum TrialWithoutMethod {
    PastDue,
    Cancel,
}

/// Why the server does not start; names the key.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file named on the command line is not there.
    #[error("there is no settings file at {0}; nothing was started")]
    Missing(PathBuf),
    /// A key is unknown, or its value is of the wrong kind.
    #[error("the settings cannot be used: {0}")]
    Unusable(Box<figment::Error>),
    /// A value cannot work.
    #[error("the setting `{key}` cannot be used: {reason}")]
    Value {
        /// Dotted, as in the file.
        key: &'static str,
        /// Why, and what would work.
        reason: String,
    },
}

/// Variables with our prefix that are not the server's: the console's, and those of the tests.
fn is_foreign(key: &str) -> bool {
    let key = key.to_ascii_lowercase();
    ["console_", "test_", "chinook"].iter().any(|prefix| key.starts_with(prefix))
}

impl Config {
    /// Reads and checks the settings.
    pub fn load(file: Option<&Path>) -> Result<Self, ConfigError> {
        let mut layers = Figment::from(Toml::string(DEFAULTS));
        if let Some(file) = file {
            if !file.is_file() {
                return Err(ConfigError::Missing(file.to_owned()));
            }
            layers = layers.merge(Toml::file_exact(file));
        }
        let layers = layers
            .merge(Env::raw().only(&["DATABASE_URL"]))
            .merge(Env::prefixed("PORTICO_").filter(|key| !is_foreign(key.as_str())).split("__"));
        let config: Self = layers.extract().map_err(|e| ConfigError::Unusable(Box::new(e)))?;
        config.check()
    }

    fn check(self) -> Result<Self, ConfigError> {
        let refuse = |key, reason: String| Err(ConfigError::Value { key, reason });
        let public = self.server.public_url.as_str();
        if !public.is_empty() {
            match Url::parse(public) {
                Ok(url)
                    if matches!(url.scheme(), "http" | "https")
                        && url.path() == "/"
                        && url.query().is_none() => {}
                _ => {
                    let reason = format!("`{public}` is not an address such as https://billing.acme.example");
                    return refuse("server.public_url", reason);
                }
            }
        }
        if self.mail.transport == MailTransport::Smtp && self.mail.smtp.host.is_empty() {
            return refuse("mail.smtp.host", "it is empty, and mail.transport is `smtp`".into());
        }
        if self.webhooks.timeout_seconds == 0 {
            return refuse("webhooks.timeout_seconds", "at least 1 is needed".into());
        }
        if !self.billing.retry_after_days.is_sorted_by(|one, next| one < next) {
            let reason = "the days are counted from the first failure, so each is later than the one before";
            return refuse("billing.retry_after_days", reason.into());
        }
        if self.postgres_connections == 0 {
            return refuse("postgres_connections", "at least 1 is needed".into());
        }
        Ok(self)
    }

    /// Where the database is.
    pub fn database_address(&self) -> String {
        match self.database_url.as_str() {
            "" => format!("sqlite:{}", self.data_dir.join("portico.sqlite3").display()),
            address => address.to_owned(),
        }
    }

    /// Where mails are written.
    pub fn mail_directory(&self) -> PathBuf {
        let own = &self.mail.directory;
        if own.as_os_str().is_empty() { self.data_dir.join("mail") } else { own.clone() }
    }

    /// The server's own address in links, once it is known where it listens.
    pub fn public_url(&self, listening: SocketAddr) -> Url {
        let address = match self.server.public_url.as_str() {
            "" => format!("http://{listening}"),
            public => public.to_owned(),
        };
        Url::parse(&address).expect("checked when the settings were read")
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    fn load(text: &str) -> Result<Config, String> {
        let mut file = tempfile::NamedTempFile::new().expect("a file");
        file.write_all(text.as_bytes()).expect("written");
        Config::load(Some(file.path())).map_err(|e| e.to_string())
    }

    #[test]
    fn the_documented_defaults_are_usable() {
        let config = load("").expect("the defaults");
        assert_eq!(config.public_url(config.server.listen).as_str(), "http://127.0.0.1:8787/");
    }

    #[test]
    fn a_message_names_the_key() {
        for (text, key) in [
            ("[server]\nlisten = \"nowhere\"", "server.listen"),
            ("[server]\npublic_url = \"billing.acme.example\"", "server.public_url"),
            ("[mail]\ntransport = \"pigeon\"", "mail.transport"),
            ("[mail]\nform = \"a@b.co\"", "form"),
            ("[mail]\nfrom = \"nobody\"", "mail.from"),
            ("[mail]\nnotes_to = \"nobody\"", "mail.notes_to"),
            ("postgres_connections = 0", "postgres_connections"),
            ("[billing]\nretry_after_days = [3, 1]", "billing.retry_after_days"),
            ("[billing]\nafter_retries = \"forget\"", "billing.after_retries"),
            ("[billing]\nbilled_by = \"nobody\"", "billing.billed_by"),
        ] {
            let message = load(text).expect_err(text);
            assert!(message.contains(key), "{text:?} gave: {message}");
        }
    }
}
