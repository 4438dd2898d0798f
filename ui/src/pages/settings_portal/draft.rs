//! The configuration as it is being edited.
//!
//! In: what is typed and switched. Out: a [`Configuration`], or what is wrong with which field.
//! Not here: switches and buttons.

use contract::ipc::Failure;
use contract::{ErrorCode, FieldError};
use domain::{Configuration, SessionMinutes};
use url::Url;

/// The configuration as it is being edited: fields that are typed stay text until they are saved.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PortalDraft {
    pub(crate) configuration: Configuration,
    pub(crate) minutes: String,
    pub(crate) return_url: String,
}

impl PortalDraft {
    pub(crate) fn of(configuration: &Configuration) -> Self {
        Self {
            configuration: configuration.clone(),
            minutes: configuration.session_minutes.get().to_string(),
            return_url: configuration.default_return_url.as_ref().map(Url::to_string).unwrap_or_default(),
        }
    }

    /// The configuration, or what is wrong with which field.
    pub(crate) fn read(&self) -> Result<Configuration, Failure> {
        let mut errors = Vec::new();
        let mut wrong = |field: &str, message: &str| {
            errors.push(FieldError { field: field.into(), message: message.into() });
        };
        let minutes = self
            .minutes
            .trim()
            .parse::<u16>()
            .ok()
            .and_then(|minutes| SessionMinutes::try_from(minutes).ok());
        if minutes.is_none() {
            wrong("session_minutes", "Enter a whole number of minutes from 5 to 1440.");
        }
        let return_url = match self.return_url.trim() {
            "" => None,
            text => Url::parse(text)
                .map_err(|_| {
                    wrong(
                        "default_return_url",
                        "Enter a whole address, such as https://app.example.com/account.",
                    )
                })
                .ok(),
        };
        match minutes {
            Some(session_minutes) if errors.is_empty() => Ok(Configuration {
                session_minutes,
                default_return_url: return_url,
                ..self.configuration.clone()
            }),
            _ => Err(Failure {
                code: ErrorCode::Invalid,
                message: "Some fields need attention.".into(),
                errors,
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_read_or_refused_beside_its_field() {
        let draft = |minutes: &str, return_url: &str| {
            let (minutes, return_url) = (minutes.to_owned(), return_url.to_owned());
            PortalDraft { minutes, return_url, ..PortalDraft::of(&Configuration::default()) }.read()
        };
        let fields = |minutes, url| {
            let failure = draft(minutes, url).expect_err("a refusal");
            failure.errors.into_iter().map(|error| error.field).collect::<Vec<_>>()
        };
        assert_eq!(draft(" 240 ", "").map(|read| read.session_minutes.get()), Ok(240));
        assert_eq!(fields("4", ""), ["session_minutes"]);
        assert_eq!(fields("1441", "app.example.com"), ["session_minutes", "default_return_url"]);
        assert_eq!(fields("", ""), ["session_minutes"]);
    }
}
