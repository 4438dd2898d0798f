//! Why a request brought no answer, or an unwelcome one.

use contract::Problem;

/// Why a request brought no answer, or an unwelcome one, in words fit to be shown.
///
/// A variant exists only where the console acts differently on it: it waits, it shows the server's
/// own sentence, or it tells the user that the two programs do not fit together.
#[derive(Debug, thiserror::Error)]
pub enum ClientError {
    /// The server cannot be reached, or is not ready; waiting may help. Holds the reason as a sentence.
    #[error("{0}")]
    Offline(String),
    /// The server refused, and said why.
    #[error("{}", .0.detail)]
    Problem(Box<Problem>),
    /// What answered is not Portico, or of a version this client does not understand.
    #[error(
        "{host} answered in a way this console does not understand ({what}). \
         Check the address, and that console and server are of the same version."
    )]
    Malformed {
        /// Who answered.
        host: String,
        /// What was not understood, for whoever looks into it.
        what: String,
    },
}

impl ClientError {
    /// Puts a failed connection into a sentence.
    pub(crate) fn unreachable(host: &str, error: &reqwest::Error) -> Self {
        let chain = std::iter::successors(Some(error as &dyn std::error::Error), |e| e.source());
        let cause = chain.last().map(ToString::to_string).unwrap_or_default();
        Self::Offline(match error {
            _ if error.is_timeout() => format!("{host} did not answer in time."),
            _ if error.is_connect() => format!("{host} cannot be reached: {cause}."),
            _ => format!("The connection to {host} broke off: {cause}."),
        })
    }
}
