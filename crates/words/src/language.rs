//! The languages there are, and which of them fits a tag or a browser.

/// A language with messages of its own.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    #[default]
    En,
    /// German.
    De,
    /// French.
    Fr,
    /// Spanish.
    Es,
    /// Portuguese.
    Pt,
    /// Italian.
    It,
    /// Dutch.
    Nl,
    /// Polish.
    Pl,
    /// Japanese.
    Ja,
    /// Arabic, written from right to left.
    Ar,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 10] =
        [Self::En, Self::De, Self::Fr, Self::Es, Self::Pt, Self::It, Self::Nl, Self::Pl, Self::Ja, Self::Ar];

    /// As in `lang="…"`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::De => "de",
            Self::Fr => "fr",
            Self::Es => "es",
            Self::Pt => "pt",
            Self::It => "it",
            Self::Nl => "nl",
            Self::Pl => "pl",
            Self::Ja => "ja",
            Self::Ar => "ar",
        }
    }

    /// As in `dir="…"`.
    pub const fn direction(self) -> &'static str {
        match self {
            Self::Ar => "rtl",
            _ => "ltr",
        }
    }

    /// What its speakers call it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::De => "Deutsch",
            Self::Fr => "Français",
            Self::Es => "Español",
            Self::Pt => "Português",
            Self::It => "Italiano",
            Self::Nl => "Nederlands",
            Self::Pl => "Polski",
            Self::Ja => "日本語",
            Self::Ar => "العربية",
        }
    }

    /// The language of a BCP 47 tag such as `pt-BR`, if we speak it: its first part decides.
    ///
    /// ```
    /// use words::Language;
    /// assert_eq!(Language::of_tag("de-AT"), Some(Language::De));
    /// assert_eq!(Language::of_tag("tlh"), None);
    /// ```
    pub fn of_tag(tag: &str) -> Option<Self> {
        let first = tag.split(['-', '_']).next()?;
        Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(first))
    }

    /// The first of these tags whose language we speak; English if there is none.
    pub fn first_of<'a>(tags: impl IntoIterator<Item = Option<&'a str>>) -> Self {
        tags.into_iter().flatten().find_map(Self::of_tag).unwrap_or_default()
    }

    /// What a browser likes best of what we speak, by its `Accept-Language`.
    ///
    /// ```
    /// use words::Language;
    /// assert_eq!(Language::accepted("tlh, fr;q=0.5, nl-BE;q=0.8, *;q=0.1"), Some(Language::Nl));
    /// assert_eq!(Language::accepted("de;q=0, en;q=x"), None);
    /// ```
    pub fn accepted(header: &str) -> Option<Self> {
        let wishes = header.split(',').take(32).filter_map(|wish| {
            let mut parts = wish.split(';').map(str::trim);
            let language = Self::of_tag(parts.next()?)?;
            let quality = match parts.find_map(|part| part.strip_prefix("q=")) {
                Some(text) => thousandths(text)?,
                None => 1000,
            };
            (quality > 0).then_some((language, quality))
        });
        // Of equals the first counts, as browsers write them.
        wishes.reduce(|best, next| if next.1 > best.1 { next } else { best }).map(|(language, _)| language)
    }
}

/// `0.8` as 800; none for what is not between 0 and 1.
fn thousandths(text: &str) -> Option<u32> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    if part.len() > 3 || !part.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let part: u32 = format!("{part:0<3}").parse().ok()?;
    match (whole, part) {
        ("0", part) => Some(part),
        ("1", 0) => Some(1000),
        _ => None,
    }
}
