//! A configuration as it is being edited.
//!
//! In: what is typed and switched. Out: a [`Configuration`], or what is wrong with which field.
//! Not here: switches and buttons; what only the server can judge.

use contract::ipc::Failure;
use contract::{ErrorCode, FieldError};
use domain::{CancelationOptions, Configuration, OfferButton, RetentionOffer, SeatRange, SessionMinutes};
use url::Url;

/// A configuration as it is being edited: fields that are typed stay text until they are saved.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PortalDraft {
    pub(crate) configuration: Configuration,
    pub(crate) minutes: String,
    pub(crate) return_url: String,
    /// One a line.
    pub(crate) return_origins: String,
    pub(crate) fewest_seats: String,
    pub(crate) most_seats: String,
    pub(crate) asking: Asking,
    /// One a line.
    pub(crate) reasons: String,
    pub(crate) offer: OfferDraft,
    pub(crate) terms_url: String,
    pub(crate) privacy_url: String,
    pub(crate) support_url: String,
    pub(crate) support_phone: String,
}

/// What a customer who leaves is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Asking {
    /// Portico's own reasons, in their language.
    Usual,
    /// The merchant's.
    Own,
    /// Nothing.
    Nothing,
}

/// Where the button of an offer leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OfferLeads {
    Nowhere,
    ToPage,
    ToSupport,
}

/// The offer as it is being edited; kept while it is switched off, in case it is switched on again.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct OfferDraft {
    pub(crate) on: bool,
    pub(crate) title: String,
    pub(crate) text: String,
    pub(crate) leads: OfferLeads,
    pub(crate) label: String,
    pub(crate) url: String,
}

impl OfferDraft {
    fn of(offer: Option<&RetentionOffer>) -> Self {
        let (label, url) = match offer.and_then(|offer| offer.button.as_ref()) {
            Some(OfferButton::Link { label, url }) => (label.clone(), url.to_string()),
            Some(OfferButton::Contact) | None => Default::default(),
        };
        Self {
            on: offer.is_some(),
            title: offer.map(|offer| offer.title.clone()).unwrap_or_default(),
            text: offer.map(|offer| offer.text.clone()).unwrap_or_default(),
            leads: match offer.and_then(|offer| offer.button.as_ref()) {
                Some(OfferButton::Link { .. }) => OfferLeads::ToPage,
                Some(OfferButton::Contact) => OfferLeads::ToSupport,
                None => OfferLeads::Nowhere,
            },
            label,
            url,
        }
    }
}

impl PortalDraft {
    pub(crate) fn of(configuration: &Configuration) -> Self {
        let text = |url: &Option<Url>| url.as_ref().map(Url::to_string).unwrap_or_default();
        let CancelationOptions { reasons, offer, .. } = &configuration.cancelation;
        let SeatRange { min, max } = configuration.self_serve.seats;
        Self {
            minutes: configuration.session_minutes.get().to_string(),
            return_url: text(&configuration.default_return_url),
            return_origins: lines(configuration.allowed_return_origins.iter().map(origin)),
            fewest_seats: if min > 1 { min.to_string() } else { String::new() },
            most_seats: max.map(|most| most.to_string()).unwrap_or_default(),
            asking: match reasons.as_deref() {
                None => Asking::Usual,
                Some([]) => Asking::Nothing,
                Some(_) => Asking::Own,
            },
            reasons: lines(reasons.iter().flatten().cloned()),
            offer: OfferDraft::of(offer.as_ref()),
            terms_url: text(&configuration.terms_url),
            privacy_url: text(&configuration.privacy_url),
            support_url: text(&configuration.support_url),
            support_phone: configuration.support_phone.clone().unwrap_or_default(),
            configuration: configuration.clone(),
        }
    }

    /// The configuration, or what is wrong with which field.
    pub(crate) fn read(&self) -> Result<Configuration, Failure> {
        let mut wrong = Wrong::default();
        let minutes = self.minutes.trim().parse::<u16>().ok();
        let minutes = minutes.and_then(|minutes| SessionMinutes::try_from(minutes).ok());
        if minutes.is_none() {
            wrong.note("session_minutes", "Enter a whole number of minutes from 5 to 1440.");
        }
        let mut edited = self.configuration.clone();
        edited.session_minutes = minutes.unwrap_or(edited.session_minutes);
        edited.self_serve.seats = SeatRange {
            min: wrong.count("self_serve.seats", &self.fewest_seats).unwrap_or(1),
            max: wrong.count("self_serve.seats", &self.most_seats),
        };
        edited.cancelation.reasons = match self.asking {
            Asking::Usual => None,
            Asking::Nothing => Some(Vec::new()),
            Asking::Own => Some(each_line(&self.reasons).map(str::to_owned).collect()),
        };
        if self.asking == Asking::Own && each_line(&self.reasons).next().is_none() {
            wrong.note("cancelation.reasons", "Write at least one reason, or choose another way to ask.");
        }
        edited.cancelation.offer = self.offer.on.then(|| self.offer(&mut wrong)).flatten();
        edited.default_return_url = wrong.address("default_return_url", &self.return_url);
        edited.allowed_return_origins = each_line(&self.return_origins)
            .filter_map(|line| wrong.address("allowed_return_origins", line))
            .collect();
        edited.terms_url = wrong.address("terms_url", &self.terms_url);
        edited.privacy_url = wrong.address("privacy_url", &self.privacy_url);
        edited.support_url = wrong.address("support_url", &self.support_url);
        edited.support_phone = Some(self.support_phone.trim().to_owned()).filter(|phone| !phone.is_empty());
        wrong.done().map(|()| edited)
    }

    fn offer(&self, wrong: &mut Wrong) -> Option<RetentionOffer> {
        let OfferDraft { title, text, leads, label, url, .. } = &self.offer;
        let button = match leads {
            OfferLeads::Nowhere => None,
            OfferLeads::ToSupport => Some(OfferButton::Contact),
            OfferLeads::ToPage => {
                let field = "cancelation.offer.button.url";
                if url.trim().is_empty() {
                    wrong.note(field, WHOLE);
                }
                Some(OfferButton::Link { label: label.trim().to_owned(), url: wrong.address(field, url)? })
            }
        };
        Some(RetentionOffer { title: title.trim().to_owned(), text: text.trim().to_owned(), button })
    }
}

/// What is missing from an address.
const WHOLE: &str = "Enter a whole address, such as https://app.example.com/account.";

/// What cannot be read, by field.
#[derive(Default)]
struct Wrong(Vec<FieldError>);

impl Wrong {
    fn note(&mut self, field: &str, message: &str) {
        self.0.push(FieldError { field: field.into(), message: message.into() });
    }

    /// An address, or none where nothing is typed.
    fn address(&mut self, field: &str, text: &str) -> Option<Url> {
        let text = text.trim();
        let read = (!text.is_empty()).then(|| Url::parse(text))?;
        read.map_err(|_| self.note(field, WHOLE)).ok()
    }

    /// A number of seats, or none where nothing is typed.
    fn count(&mut self, field: &str, text: &str) -> Option<u32> {
        let text = text.trim();
        let read = (!text.is_empty()).then(|| text.parse())?;
        read.map_err(|_| self.note(field, "Enter whole numbers, or leave them empty for no limit.")).ok()
    }

    fn done(self) -> Result<(), Failure> {
        if self.0.is_empty() {
            return Ok(());
        }
        let failure = Failure::new(ErrorCode::Invalid, "Some fields need attention.");
        Err(Failure { errors: self.0, ..failure })
    }
}

/// `https://app.example.com`, as it is typed: without the slash that a whole address has.
fn origin(url: &Url) -> String {
    url.as_str().trim_end_matches('/').to_owned()
}

fn lines(all: impl Iterator<Item = String>) -> String {
    all.collect::<Vec<_>>().join("\n")
}

fn each_line(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(change: impl FnOnce(&mut PortalDraft)) -> Vec<String> {
        let mut draft = PortalDraft::of(&Configuration::default());
        change(&mut draft);
        let failure = draft.read().expect_err("a refusal");
        failure.errors.into_iter().map(|error| error.field).collect()
    }

    #[test]
    fn what_is_typed_is_read_or_refused_beside_its_field() {
        assert_eq!(fields(|draft| draft.minutes = "4".into()), ["session_minutes"]);
        assert_eq!(fields(|draft| draft.minutes.clear()), ["session_minutes"]);
        let both = fields(|draft| {
            draft.minutes = "1441".into();
            draft.return_url = "app.example.com".into();
        });
        assert_eq!(both, ["session_minutes", "default_return_url"]);
        assert_eq!(fields(|draft| draft.most_seats = "many".into()), ["self_serve.seats"]);
        assert_eq!(fields(|draft| draft.asking = Asking::Own), ["cancelation.reasons"]);
        assert_eq!(fields(|draft| draft.return_origins = "\nacme".into()), ["allowed_return_origins"]);
        let offer = fields(|draft| {
            draft.offer.on = true;
            draft.offer.leads = OfferLeads::ToPage;
        });
        assert_eq!(offer, ["cancelation.offer.button.url"]);
    }

    #[test]
    fn what_is_saved_is_what_was_edited() {
        let mut draft = PortalDraft::of(&Configuration::default());
        draft.minutes = " 240 ".into();
        draft.asking = Asking::Own;
        draft.reasons = " Too dear \n\nToo slow\n".into();
        draft.return_origins = "https://app.acme.example\nhttp://localhost:3000".into();
        let leads = OfferLeads::ToSupport;
        draft.offer =
            OfferDraft { on: true, title: "Stay".into(), text: "Half price.".into(), leads, ..draft.offer };
        let read = draft.read().expect("it reads");
        assert_eq!(read.session_minutes.get(), 240);
        assert_eq!(read.cancelation.reasons, Some(vec!["Too dear".into(), "Too slow".into()]));
        assert_eq!(PortalDraft::of(&read).read(), Ok(read));
    }
}
