//! A mail as it travels: RFC 5322, plain text beside HTML.

use std::fmt;
use std::time::SystemTime;

use domain::{Email, Mail};
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};
use lettre::{Address, Message};
use serde::{Deserialize, Serialize};
use url::{Host, Url};

/// What a mail says, apart from its subject. Kept until the mail is settled.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// The sender's display name: the merchant's business name when it was written.
    pub from_name: String,
    /// The customer's name when it was written.
    pub to_name: String,
    /// A complete HTML document.
    pub html: String,
    /// The same in plain text.
    pub text: String,
}

impl fmt::Debug for Letter {
    /// Leaves out the text, which may hold a link.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Letter").field("to_name", &self.to_name).finish_non_exhaustive()
    }
}

/// Why a mail cannot be put into a message at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ComposeError {
    /// Portico's rules for addresses are a little wider than those of mail programs.
    #[error("{0} is not an address mail can be sent to. Correct it, then send the mail again.")]
    Address(Email),
    /// Headers that contradict each other; ours cannot.
    #[error("the message could not be put together: {0}")]
    Message(String),
}

/// The message. It is the same on every try, `Date`, `Message-ID` and boundary included, so that a mail
/// that arrives twice can be told to be one.
pub fn compose(
    mail: &Mail,
    letter: &Letter,
    from: &Email,
    public_url: &Url,
) -> Result<Message, ComposeError> {
    let body = MultiPart::alternative()
        .boundary(format!("portico_{}", mail.id))
        .singlepart(SinglePart::plain(letter.text.clone()))
        .singlepart(SinglePart::html(letter.html.clone()));
    Message::builder()
        .message_id(Some(format!("<{}@{}>", mail.id, id_domain(public_url))))
        .date(SystemTime::from(mail.created_at))
        .from(mailbox(&letter.from_name, from)?)
        .to(mailbox(&letter.to_name, &mail.to)?)
        .subject(one_line(&mail.subject))
        // Holiday notices and the like are not wanted (RFC 3834).
        .raw_header(HeaderValue::new(
            HeaderName::new_from_ascii_str("Auto-Submitted"),
            "auto-generated".to_owned(),
        ))
        .multipart(body)
        .map_err(|e| ComposeError::Message(e.to_string()))
}

fn mailbox(name: &str, address: &Email) -> Result<Mailbox, ComposeError> {
    let parsed: Address = address.as_str().parse().map_err(|_| ComposeError::Address(address.clone()))?;
    let name = one_line(name);
    Ok(Mailbox::new((!name.is_empty()).then_some(name), parsed))
}

/// A text that cannot leave its header: every run of white space and control characters as one space.
fn one_line(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The right half of a `Message-ID`, where an address without a name stands in brackets.
fn id_domain(public_url: &Url) -> String {
    match public_url.host() {
        Some(Host::Domain(name)) => name.to_owned(),
        Some(Host::Ipv4(address)) => format!("[{address}]"),
        Some(Host::Ipv6(address)) => format!("[IPv6:{address}]"),
        None => "localhost".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use domain::{MailKind, MailState, NewId as _};
    use jiff::Timestamp;

    use super::*;

    fn composed(from_name: &str, to_name: &str, subject: &str, text: &str) -> String {
        let now: Timestamp = "2030-03-14T11:00:00Z".parse().expect("a time");
        let mail = Mail {
            id: domain::MailId::new(now, [7; 10]),
            customer_id: Some(domain::CustomerId::new(now, [8; 10])),
            kind: MailKind::PortalLink,
            to: "luis@embraer.example".parse().expect("an address"),
            subject: subject.to_owned(),
            link_id: None,
            created_at: now,
            state: MailState::Queued { next_attempt_at: now },
            attempts: 0,
            last_error: None,
        };
        let letter = Letter {
            from_name: from_name.to_owned(),
            to_name: to_name.to_owned(),
            html: format!("<p>{text}</p>"),
            text: text.to_owned(),
        };
        let from = "billing@northwind.example".parse().expect("an address");
        let url = "https://billing.northwind.example".parse().expect("an address");
        let message = compose(&mail, &letter, &from, &url).expect("a message");
        String::from_utf8(message.formatted()).expect("messages travel as ASCII")
    }

    fn headers(message: &str) -> &str {
        message.split("\r\n\r\n").next().unwrap_or_default()
    }

    #[test]
    fn a_message_has_all_that_mail_programs_expect() {
        let message = composed("Northwind", "Luís Gonçalves", "Your billing with Northwind", "Olá");
        let headers = headers(&message);
        for line in [
            "From: Northwind <billing@northwind.example>",
            "Date: Thu, 14 Mar 2030 11:00:00 +0000",
            "Subject: Your billing with Northwind",
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
            "@billing.northwind.example>",
        ] {
            assert!(headers.contains(line), "no {line:?} in:\n{headers}");
        }
        assert!(headers.contains("To: =?utf-8?b?"), "{headers}");
        let (text, html) = (message.find("text/plain"), message.find("text/html"));
        assert!(
            text < html && text.is_some(),
            "plain text comes first, so that HTML is preferred:\n{message}"
        );
        assert!(message.is_ascii());
    }

    #[test]
    fn the_same_mail_is_the_same_message() {
        let once = composed("Northwind", "Acme", "Hello", "Olá");
        assert_eq!(once, composed("Northwind", "Acme", "Hello", "Olá"));
    }

    #[test]
    fn names_cannot_leave_their_header() {
        for name in [
            "Acme\r\nBcc: thief@example.org",
            "Acme\nBcc: thief@example.org",
            "Acme\r\n\r\n<script>",
            "\"Acme\" <thief@example.org>, Acme",
            "Acme\\\" \u{0}\u{85}\u{2028}Bcc: thief@example.org",
            "Ünïcode \r\n Bcc: thief@example.org, \u{202e}",
        ] {
            let message = composed(name, name, name, "Hello");
            let headers = headers(&message);
            let starts =
                |name: &str| headers.lines().filter(|l| l.to_ascii_lowercase().starts_with(name)).count();
            assert_eq!(
                (starts("bcc:"), starts("to:"), starts("from:")),
                (0, 1, 1),
                "{name:?} gave:\n{headers}"
            );
            assert!(headers.contains("luis@embraer.example"), "{name:?} gave:\n{headers}");
            assert!(headers.lines().all(|line| line.len() <= 998), "{name:?} gave:\n{headers}");
        }
    }
}
