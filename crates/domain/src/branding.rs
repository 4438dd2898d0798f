//! How the merchant's portal looks.

use serde::{Deserialize, Serialize};

use crate::{Color, Email};

/// Largest logo accepted, in bytes: enough for a sharp PNG or a detailed SVG, small for a phone.
pub const MAX_LOGO_BYTES: usize = 256 * 1024;

/// The merchant's look, as stored and as edited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Branding {
    /// The name at the top of the portal and of every mail.
    pub business_name: String,
    /// Buttons and the brand bar.
    pub primary_color: Color,
    /// Links and highlights.
    pub accent_color: Color,
    /// Shown at the foot of every page, mail and invoice.
    pub footer_text: String,
    /// Whom customers may ask; shown as *Contact support*.
    pub support_email: Option<Email>,
    /// The uploaded logo; where there is none the business name stands in.
    pub logo: Option<Logo>,
    /// Counts the changes, from 1; the `ETag` of the API.
    pub version: i64,
}

impl Branding {
    /// What a merchant starts with.
    pub fn default_for(business_name: &str) -> Self {
        Self {
            business_name: business_name.to_owned(),
            primary_color: Color { red: 0x2f, green: 0x5d, blue: 0x50 },
            accent_color: Color { red: 0x2f, green: 0x5d, blue: 0x50 },
            footer_text: String::new(),
            support_email: None,
            logo: None,
            version: 1,
        }
    }
}

/// An uploaded logo. The picture itself lives beside it under the same hash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Logo {
    /// SHA-256 of the bytes, in hex: the address never shows a stale picture.
    pub sha256: String,
    /// `image/png`, `image/jpeg`, `image/webp` or `image/svg+xml`.
    pub media_type: String,
}

impl Logo {
    /// Where the server serves it, below its public address.
    pub fn path(&self) -> String {
        format!("/portal/logo/{}", self.sha256)
    }
}

/// Why a file cannot be the logo.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LogoError {
    /// Not one of the four kinds, judged by its first bytes and not its name.
    #[error("this file is not a PNG, JPEG, WebP or SVG picture")]
    UnknownKind,
    /// Larger than [`MAX_LOGO_BYTES`].
    #[error("this picture is larger than 256 KB; save it smaller and try again")]
    TooLarge,
    /// An SVG that could run script or load something from elsewhere.
    #[error("this SVG contains scripts or outside references; export it as plain shapes")]
    ActiveContent,
}

impl Logo {
    /// Tells the media type of a picture from its bytes, or why it is refused.
    pub fn media_type_of(bytes: &[u8]) -> Result<&'static str, LogoError> {
        if bytes.len() > MAX_LOGO_BYTES {
            return Err(LogoError::TooLarge);
        }
        match bytes {
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Ok("image/png"),
            [0xff, 0xd8, 0xff, ..] => Ok("image/jpeg"),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Ok("image/webp"),
            _ => Self::svg(bytes),
        }
    }

    fn svg(bytes: &[u8]) -> Result<&'static str, LogoError> {
        let text = std::str::from_utf8(bytes).map_err(|_| LogoError::UnknownKind)?.to_ascii_lowercase();
        let start = text.trim_start_matches('\u{feff}').trim_start();
        if !(start.starts_with("<svg") || (start.starts_with("<?xml") && text.contains("<svg"))) {
            return Err(LogoError::UnknownKind);
        }
        let active = ["<script", "<foreignobject", "<!entity", "javascript:", "@import", "<iframe"];
        let handler = text.split_whitespace().any(|word| word.starts_with("on") && word.contains('='));
        let outside = text.match_indices("href").any(|(at, _)| {
            let value = text[at + 4..].trim_start().trim_start_matches('=').trim_start();
            !value.starts_with("\"#") && !value.starts_with("'#") && !value.starts_with("\"data:image/png")
        });
        if active.iter().any(|word| text.contains(word)) || handler || outside {
            return Err(LogoError::ActiveContent);
        }
        Ok("image/svg+xml")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logos_are_known_by_their_bytes() {
        assert_eq!(Logo::media_type_of(b"\x89PNG\r\n\x1a\nrest"), Ok("image/png"));
        assert_eq!(Logo::media_type_of(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), Ok("image/svg+xml"));
        assert_eq!(Logo::media_type_of(b"<html>"), Err(LogoError::UnknownKind));
        assert_eq!(Logo::media_type_of(b"<svg onload=alert(1)>"), Err(LogoError::ActiveContent));
        assert_eq!(Logo::media_type_of(b"<svg><use href='//evil/x'/></svg>"), Err(LogoError::ActiveContent));
        assert_eq!(Logo::media_type_of(b"<svg><use href='#a'/></svg>"), Ok("image/svg+xml"));
        assert_eq!(Logo::media_type_of(&vec![0; MAX_LOGO_BYTES + 1]), Err(LogoError::TooLarge));
    }
}
