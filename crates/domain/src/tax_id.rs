//! Tax numbers: which schemes customers may name, and what a number of each looks like.
//!
//! In: a scheme and a number as typed. Out: a [`TaxId`] as registries write it, or what is wrong with it.
//! Not here: whether the number is registered, which only an authority can say.
//!
//! Portico's own table rather than a crate's: those that are kept ask the authorities over the network, which a
//! form must not wait for. Checksums are those the authorities publish; where none is public, shape counts.

use crate::TaxId;

/// A scheme customers may name a number of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TaxScheme {
    /// VAT in the European Union: the country's prefix, then its number.
    EuVat,
    /// VAT in the United Kingdom.
    GbVat,
    /// VAT in Switzerland: the UID.
    ChVat,
    /// VAT in Norway.
    NoVat,
    /// Employer identification number in the United States.
    UsEin,
    /// Business number in Canada.
    CaBn,
    /// GST/HST account in Canada.
    CaGstHst,
    /// Business number in Australia.
    AuAbn,
    /// GST in New Zealand: the IRD number.
    NzGst,
    /// GST in India.
    InGst,
    /// Company number in Brazil.
    BrCnpj,
    /// Registered business in Japan.
    JpTrn,
}

/// What is wrong with a tax number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TaxIdError {
    /// No such scheme.
    #[error("this scheme is not known")]
    Scheme,
    /// Not the right letters and digits in the right number.
    #[error("this is not what such a number looks like")]
    Shape,
    /// The right shape, but its check digits say that one is wrong.
    #[error("this number has a slip in it")]
    Checksum,
}

impl TaxScheme {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 12] = [
        Self::EuVat,
        Self::GbVat,
        Self::ChVat,
        Self::NoVat,
        Self::UsEin,
        Self::CaBn,
        Self::CaGstHst,
        Self::AuAbn,
        Self::NzGst,
        Self::InGst,
        Self::BrCnpj,
        Self::JpTrn,
    ];

    /// As stored in [`TaxId::kind`].
    pub fn as_str(self) -> &'static str {
        match self {
            Self::EuVat => "eu_vat",
            Self::GbVat => "gb_vat",
            Self::ChVat => "ch_vat",
            Self::NoVat => "no_vat",
            Self::UsEin => "us_ein",
            Self::CaBn => "ca_bn",
            Self::CaGstHst => "ca_gst_hst",
            Self::AuAbn => "au_abn",
            Self::NzGst => "nz_gst",
            Self::InGst => "in_gst",
            Self::BrCnpj => "br_cnpj",
            Self::JpTrn => "jp_trn",
        }
    }

    /// The scheme stored under this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scheme| scheme.as_str() == name)
    }

    /// A number that fits, for a hint.
    pub fn example(self) -> &'static str {
        match self {
            Self::EuVat => "DE136695976",
            Self::GbVat => "GB980780684",
            Self::ChVat => "CHE116281710MWST",
            Self::NoVat => "974760673MVA",
            Self::UsEin => "12-3456789",
            Self::CaBn => "123456782",
            Self::CaGstHst => "123456782RT0001",
            Self::AuAbn => "51824753556",
            Self::NzGst => "49091850",
            Self::InGst => "27AAPFU0939F1ZV",
            Self::BrCnpj => "11222333000181",
            Self::JpTrn => "T7000012050002",
        }
    }

    fn check(self, number: &str) -> Result<(), TaxIdError> {
        match self {
            Self::EuVat => european(number),
            Self::GbVat => british(number),
            Self::ChVat => {
                let suffix = ["MWST", "TVA", "IVA", ""].into_iter().find(|end| number.ends_with(end));
                let uid = number.strip_suffix(suffix.unwrap_or_default()).unwrap_or(number);
                let digits = shape(uid.strip_prefix("CHE").ok_or(TaxIdError::Shape)?, "999999999")?;
                sum(mod_11(&digits, &[5, 4, 3, 2, 7, 6, 5, 4]))
            }
            Self::NoVat => {
                let digits = shape(number.strip_suffix("MVA").unwrap_or(number), "999999999")?;
                sum(mod_11(&digits, &[3, 2, 7, 6, 5, 4, 3, 2]))
            }
            Self::UsEin => shape(number, "999999999").map(drop),
            Self::CaBn => sum(luhn(&shape(number, "999999999")?)),
            Self::CaGstHst => {
                let (business, account) = number.split_once("RT").ok_or(TaxIdError::Shape)?;
                shape(account, "9999")?;
                sum(luhn(&shape(business, "999999999")?))
            }
            Self::AuAbn => {
                let mut digits = shape(number, "99999999999")?;
                digits[0] -= 1;
                sum(weighted(&digits, &[10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) % 89 == 0)
            }
            Self::NzGst => {
                let padded = if number.len() == 8 { format!("0{number}") } else { number.to_owned() };
                let digits = shape(&padded, "999999999")?;
                let first = complement(weighted(&digits, &[3, 2, 7, 6, 5, 4, 3, 2]), 11);
                let check = if first == 10 {
                    complement(weighted(&digits, &[7, 4, 3, 2, 5, 2, 7, 6]), 11)
                } else {
                    first
                };
                sum(check == digits[8])
            }
            Self::InGst => {
                shape(number, "99AAAAA9999AXZX")?;
                sum(indian(number))
            }
            Self::BrCnpj => {
                let digits = shape(number, "99999999999999")?;
                let check = |weights: &[i64]| match weighted(&digits, weights) % 11 {
                    rest @ 2.. => 11 - rest,
                    _ => 0,
                };
                let first = check(&[5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]);
                let second = check(&[6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]);
                sum(digits[12] == first && digits[13] == second)
            }
            Self::JpTrn => {
                let digits = shape(number.strip_prefix('T').ok_or(TaxIdError::Shape)?, "9999999999999")?;
                let total = weighted(&digits[1..], &[2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]);
                sum(9 - total % 9 == digits[0])
            }
        }
    }
}

impl TaxId {
    /// Reads a number as typed; spaces, dots, dashes and slashes are how people group digits.
    pub fn parse(scheme: &str, typed: &str) -> Result<Self, TaxIdError> {
        let scheme = TaxScheme::from_name(scheme).ok_or(TaxIdError::Scheme)?;
        let grouping = |c: char| c.is_whitespace() || matches!(c, '.' | '-' | '/');
        let mut number: String = typed.chars().filter(|c| !grouping(*c)).collect();
        if !number.is_ascii() || number.len() > 40 {
            return Err(TaxIdError::Shape);
        }
        number.make_ascii_uppercase();
        // The prefix is part of the number as printed, and often left out when typed.
        if scheme == TaxScheme::GbVat && !number.starts_with("GB") {
            number.insert_str(0, "GB");
        }
        scheme.check(&number)?;
        Ok(Self { kind: scheme.as_str().to_owned(), value: number })
    }
}

fn sum(fits: bool) -> Result<(), TaxIdError> {
    if fits { Ok(()) } else { Err(TaxIdError::Checksum) }
}

/// The digits of a text of this shape: `9` a digit, `A` a letter, `X` either, others themselves. What is no
/// digit counts as 0.
fn shape(text: &str, pattern: &str) -> Result<Vec<i64>, TaxIdError> {
    let fits = |(found, wanted): (u8, u8)| match wanted {
        b'9' => found.is_ascii_digit(),
        b'A' => found.is_ascii_uppercase(),
        b'X' => found.is_ascii_digit() || found.is_ascii_uppercase(),
        other => found == other,
    };
    if text.len() != pattern.len() || !text.bytes().zip(pattern.bytes()).all(fits) {
        return Err(TaxIdError::Shape);
    }
    Ok(text.bytes().map(|b| if b.is_ascii_digit() { i64::from(b - b'0') } else { 0 }).collect())
}

fn weighted(digits: &[i64], weights: &[i64]) -> i64 {
    digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum()
}

/// What is missing to the next multiple of `modulus`.
fn complement(total: i64, modulus: i64) -> i64 {
    (modulus - total % modulus) % modulus
}

/// The last digit completes the weighted sum of the others to a multiple of 11.
fn mod_11(digits: &[i64], weights: &[i64]) -> bool {
    complement(weighted(digits, weights), 11) == digits[weights.len()]
}

fn luhn(digits: &[i64]) -> bool {
    let double = |digit: i64| if digit > 4 { 2 * digit - 9 } else { 2 * digit };
    let total: i64 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(at, digit)| if at % 2 == 1 { double(*digit) } else { *digit })
        .sum();
    total % 10 == 0
}

fn number(digits: &[i64]) -> i64 {
    digits.iter().fold(0, |number, digit| 10 * number + digit)
}

fn british(text: &str) -> Result<(), TaxIdError> {
    let text = text.strip_prefix("GB").unwrap_or(text);
    if shape(text, "GD999").is_ok() || shape(text, "HA999").is_ok() {
        return Ok(());
    }
    // A branch's number has three more digits, which are not checked.
    let digits = shape(text, "999999999").or_else(|_| shape(text, "999999999999"))?;
    let rest = (weighted(&digits, &[8, 7, 6, 5, 4, 3, 2]) + number(&digits[7..9])) % 97;
    sum(rest == 0 || rest == 42)
}

/// The fifteenth character completes the others by a rule like Luhn's over 36 characters.
fn indian(text: &str) -> bool {
    let value = |b: u8| i64::from(if b.is_ascii_digit() { b - b'0' } else { b - b'A' + 10 });
    let total: i64 = text
        .bytes()
        .take(14)
        .enumerate()
        .map(|(at, b)| {
            let product = value(b) * if at % 2 == 0 { 1 } else { 2 };
            product / 36 + product % 36
        })
        .sum();
    text.bytes().last().is_some_and(|last| value(last) == complement(total, 36))
}

/// Shapes of each member state's numbers, and Northern Ireland's.
const EUROPEAN: &[(&str, &[&str])] = &[
    ("AT", &["U99999999"]),
    ("BE", &["9999999999"]),
    ("BG", &["999999999", "9999999999"]),
    ("CY", &["99999999A"]),
    ("CZ", &["99999999", "999999999", "9999999999"]),
    ("DE", &["999999999"]),
    ("DK", &["99999999"]),
    ("EE", &["999999999"]),
    ("EL", &["999999999"]),
    ("ES", &["X9999999X"]),
    ("FI", &["99999999"]),
    ("FR", &["XX999999999"]),
    ("HR", &["99999999999"]),
    ("HU", &["99999999"]),
    ("IE", &["9999999A", "9999999AA", "9X99999A"]),
    ("IT", &["99999999999"]),
    ("LT", &["999999999", "999999999999"]),
    ("LU", &["99999999"]),
    ("LV", &["99999999999"]),
    ("MT", &["99999999"]),
    ("NL", &["999999999B99"]),
    ("PL", &["9999999999"]),
    ("PT", &["999999999"]),
    ("RO", &["99", "999", "9999", "99999", "999999", "9999999", "99999999", "999999999", "9999999999"]),
    ("SE", &["999999999999"]),
    ("SI", &["99999999"]),
    ("SK", &["9999999999"]),
    ("XI", &["999999999", "999999999999"]),
];

fn european(text: &str) -> Result<(), TaxIdError> {
    let (state, rest) = text.split_at_checked(2).ok_or(TaxIdError::Shape)?;
    let (_, shapes) = EUROPEAN.iter().find(|(code, _)| *code == state).ok_or(TaxIdError::Shape)?;
    let digits = shapes.iter().find_map(|pattern| shape(rest, pattern).ok()).ok_or(TaxIdError::Shape)?;
    sum(match state {
        "AT" => {
            let total: i64 = (0..7)
                .map(|at| {
                    let digit = digits[at + 1];
                    if at % 2 == 1 { digit / 5 + 2 * digit % 10 } else { digit }
                })
                .sum();
            (10 - (total + 4) % 10) % 10 == digits[8]
        }
        "BE" => 97 - number(&digits[..8]) % 97 == number(&digits[8..]),
        "DE" | "HR" => iso_7064(&digits),
        "DK" => weighted(&digits, &[2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0,
        "EE" => complement(weighted(&digits, &[3, 7, 1, 3, 7, 1, 3, 7]), 10) == digits[8],
        "EL" => weighted(&digits, &[256, 128, 64, 32, 16, 8, 4, 2]) % 11 % 10 == digits[8],
        "FI" => mod_11(&digits, &[7, 9, 10, 5, 8, 4, 2]),
        // Keys with letters are not checked.
        "FR" if rest.bytes().take(2).all(|b| b.is_ascii_digit()) => {
            (number(&digits[2..]) * 100 + 12) % 97 == number(&digits[..2])
        }
        "IT" => luhn(&digits),
        "LU" => number(&digits[..6]) % 89 == number(&digits[6..]),
        "PL" => weighted(&digits, &[6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 == digits[9],
        "PT" => complement(weighted(&digits, &[9, 8, 7, 6, 5, 4, 3, 2]), 11) % 10 == digits[8],
        "SE" => luhn(&digits[..10]),
        "XI" => return british(rest),
        _ => true,
    })
}

/// ISO 7064, mod 11,10.
fn iso_7064(digits: &[i64]) -> bool {
    let (last, body) = match digits.split_last() {
        Some((last, body)) => (*last, body),
        None => return false,
    };
    let product = body.iter().fold(10, |product, digit| {
        let total = (digit + product) % 10;
        2 * if total == 0 { 10 } else { total } % 11
    });
    (11 - product) % 10 == last
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_real_registers_are_taken() {
        for (scheme, typed) in [
            ("eu_vat", "DE136695976"),
            ("eu_vat", "de 811 907 980"),
            ("eu_vat", "ATU13585627"),
            ("eu_vat", "BE0428759497"),
            ("eu_vat", "DK13585628"),
            ("eu_vat", "EE100594102"),
            ("eu_vat", "EL094259216"),
            ("eu_vat", "ESA28015865"),
            ("eu_vat", "FI20774740"),
            ("eu_vat", "FR40303265045"),
            ("eu_vat", "HR33392005961"),
            ("eu_vat", "IE6433435F"),
            ("eu_vat", "IT00743110157"),
            ("eu_vat", "LU15027442"),
            ("eu_vat", "NL004495445B01"),
            ("eu_vat", "PL8567346215"),
            ("eu_vat", "PT501964843"),
            ("eu_vat", "SE123456789701"),
            ("gb_vat", "980 7806 84"),
            ("gb_vat", "GBGD001"),
            ("ch_vat", "CHE-116.281.710 MWST"),
            ("ch_vat", "CHE116281710"),
            ("no_vat", "974 760 673 MVA"),
            ("us_ein", "12-3456789"),
            ("ca_bn", "123456782"),
            ("ca_gst_hst", "123456782 RT 0001"),
            ("au_abn", "51 824 753 556"),
            ("nz_gst", "49-091-850"),
            ("in_gst", "27AAPFU0939F1ZV"),
            ("br_cnpj", "11.222.333/0001-81"),
            ("jp_trn", "T7000012050002"),
        ] {
            assert!(
                TaxId::parse(scheme, typed).is_ok(),
                "{scheme} {typed}: {:?}",
                TaxId::parse(scheme, typed)
            );
        }
        for scheme in TaxScheme::ALL {
            assert!(TaxId::parse(scheme.as_str(), scheme.example()).is_ok(), "{scheme:?}");
            assert_eq!(TaxScheme::from_name(scheme.as_str()), Some(scheme));
        }
    }

    #[test]
    fn a_slip_of_one_digit_is_seen() {
        for (scheme, typed) in [
            ("eu_vat", "DE136695977"),
            ("eu_vat", "BE0428759498"),
            ("eu_vat", "FR41303265045"),
            ("eu_vat", "IT00743110158"),
            ("gb_vat", "GB980780685"),
            ("ch_vat", "CHE116281711"),
            ("ca_bn", "123456783"),
            ("au_abn", "51824753557"),
            ("in_gst", "27AAPFU0939F1ZW"),
            ("br_cnpj", "11222333000182"),
            ("jp_trn", "T7000012050003"),
        ] {
            assert_eq!(TaxId::parse(scheme, typed), Err(TaxIdError::Checksum), "{scheme} {typed}");
        }
    }

    #[test]
    fn other_texts_are_refused_and_none_panics() {
        for (scheme, typed) in [
            ("eu_vat", ""),
            ("eu_vat", "D"),
            ("eu_vat", "GB980780684"),
            ("eu_vat", "US123456789"),
            ("eu_vat", "DE١٢٣٤٥٦٧٨٩"),
            ("gb_vat", "GB"),
            ("ch_vat", "116281710"),
            ("us_ein", "12345678"),
            ("us_ein", "\u{0}23456789"),
            ("in_gst", "27AAPFU0939F1AV"),
        ] {
            assert_eq!(TaxId::parse(scheme, typed), Err(TaxIdError::Shape), "{scheme} {typed:?}");
        }
        assert_eq!(TaxId::parse("moon_vat", "1"), Err(TaxIdError::Scheme));
        for scheme in TaxScheme::ALL {
            for length in 0..45 {
                for text in ["0", "9", "A", "é"] {
                    let _ = TaxId::parse(scheme.as_str(), &text.repeat(length));
                }
            }
        }
    }
}
