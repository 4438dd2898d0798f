//! The look as it is being edited, and what can be read of it.
//!
//! In: what is typed and picked. Out: a [`Branding`], or what is wrong with which field.
//! Not here: fields and buttons.

use contract::FieldError;
use domain::{Branding, Color, Logo};

/// The look as it is being edited: what is typed stays text until it is saved.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct BrandingDraft {
    pub(crate) version: i64,
    pub(crate) business_name: String,
    pub(crate) primary_color: String,
    pub(crate) accent_color: String,
    pub(crate) footer_text: String,
    pub(crate) support_email: String,
    pub(crate) logo: Option<LogoDraft>,
}

/// The logo as it is being edited.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum LogoDraft {
    Saved(Logo),
    New { media_type: &'static str, base64: String },
}

impl BrandingDraft {
    pub(crate) fn of(branding: &Branding) -> Self {
        Self {
            version: branding.version,
            business_name: branding.business_name.clone(),
            primary_color: branding.primary_color.to_string(),
            accent_color: branding.accent_color.to_string(),
            footer_text: branding.footer_text.clone(),
            support_email: branding.support_email.as_ref().map(ToString::to_string).unwrap_or_default(),
            logo: branding.logo.clone().map(LogoDraft::Saved),
        }
    }

    /// The look, with what cannot be read yet taken from `saved`, and what is wrong with which field.
    pub(crate) fn read(&self, saved: &Branding) -> (Branding, Vec<FieldError>) {
        let mut errors = Vec::new();
        let mut wrong = |field: &str, message: String| {
            errors.push(FieldError { field: field.into(), message });
        };
        let name = self.business_name.trim();
        if name.is_empty() {
            wrong("business_name", "Enter the name your customers know you by.".into());
        }
        let mut color = |field: &str, text: &str, before: Color| {
            text.trim().parse().unwrap_or_else(|_| {
                wrong(field, "Enter a colour like #1f6feb: # and six digits from 0 to f.".into());
                before
            })
        };
        let primary_color = color("primary_color", &self.primary_color, saved.primary_color);
        let accent_color = color("accent_color", &self.accent_color, saved.accent_color);
        let support_email = match self.support_email.trim() {
            "" => None,
            text => text.parse().map_or_else(
                |_| {
                    wrong("support_email", "Enter an email address, such as support@example.com.".into());
                    saved.support_email.clone()
                },
                Some,
            ),
        };
        let branding = Branding {
            business_name: name.to_owned(),
            primary_color,
            accent_color,
            footer_text: self.footer_text.clone(),
            support_email,
            logo: self.logo.as_ref().map(LogoDraft::logo),
            version: self.version,
        };
        (branding, errors)
    }
}

impl LogoDraft {
    /// The saved logo, or a stand-in whose path the preview exchanges for the picture.
    fn logo(&self) -> Logo {
        match self {
            Self::Saved(logo) => logo.clone(),
            Self::New { media_type, .. } => {
                Logo { sha256: "unsaved".into(), media_type: (*media_type).into() }
            }
        }
    }

    pub(crate) fn new_picture(&self) -> Option<String> {
        match self {
            Self::Saved(_) => None,
            Self::New { base64, .. } => Some(base64.clone()),
        }
    }

    /// The picture as a `data:` URL.
    pub(crate) fn data_url(&self, saved: Option<&str>) -> Option<String> {
        match self {
            Self::Saved(_) => saved.map(str::to_owned),
            Self::New { media_type, base64 } => Some(format!("data:{media_type};base64,{base64}")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_preview_keeps_the_last_colour_that_could_be_read() {
        let saved = Branding::default_for("Kontor");
        let draft = BrandingDraft {
            primary_color: "#12".into(),
            accent_color: "#1F6FEB".into(),
            support_email: "nobody".into(),
            ..BrandingDraft::of(&saved)
        };
        let (read, errors) = draft.read(&saved);
        assert_eq!(read.primary_color, saved.primary_color);
        assert_eq!(read.accent_color.to_string(), "#1f6feb");
        let fields: Vec<_> = errors.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(fields, ["primary_color", "support_email"]);
    }
}
