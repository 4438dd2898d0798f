//! Days and times as each language writes them.
//!
//! In: civil days and times. Out: text, by CLDR's pattern for a day, a short month and a year; English in the order
//! most of its readers outside the United States use. Not here: today; zones.

use jiff::civil::{Date, Time};

use crate::{Language, Words};

const EN: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const DE: [&str; 12] =
    ["Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."];
const FR: [&str; 12] =
    ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];
const ES: [&str; 12] = ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"];
const PT: [&str; 12] =
    ["jan.", "fev.", "mar.", "abr.", "mai.", "jun.", "jul.", "ago.", "set.", "out.", "nov.", "dez."];
const IT: [&str; 12] = ["gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"];
const NL: [&str; 12] = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
const PL: [&str; 12] = ["sty", "lut", "mar", "kwi", "maj", "cze", "lip", "sie", "wrz", "paź", "lis", "gru"];
const AR: [&str; 12] = [
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
];

impl Words {
    /// `14 Mar 2026`.
    pub fn day(self, date: Date) -> String {
        let (day, year) = (date.day(), date.year());
        let named = |months: [&'static str; 12]| months[usize::from(date.month().unsigned_abs()) - 1];
        let plain = |months| format!("{day} {} {year}", named(months));
        match self.language() {
            Language::En => plain(EN),
            Language::De => format!("{day}. {} {year}", named(DE)),
            Language::Fr => plain(FR),
            Language::Es => plain(ES),
            Language::Pt => format!("{day} de {} de {year}", named(PT)),
            Language::It => plain(IT),
            Language::Nl => plain(NL),
            Language::Pl => plain(PL),
            Language::Ja => format!("{year}年{}月{day}日", date.month()),
            Language::Ar => plain(AR),
        }
    }

    /// `15:42`: by the clock of 24 hours, which every one of these languages reads.
    pub fn time(self, time: Time) -> String {
        time.strftime("%H:%M").to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What ICU (CLDR 48, `Intl.DateTimeFormat` with `{ year, month: "short", day }`) says; English aside.
    #[test]
    fn days_read_as_icu_writes_them() {
        let day = jiff::civil::date(2026, 3, 4);
        let all = Language::ALL.map(|language| Words::of(language).day(day));
        assert_eq!(
            all,
            [
                "4 Mar 2026",
                "4. März 2026",
                "4 mars 2026",
                "4 mar 2026",
                "4 de mar. de 2026",
                "4 mar 2026",
                "4 mrt 2026",
                "4 mar 2026",
                "2026年3月4日",
                "4 مارس 2026"
            ]
        );
    }
}
