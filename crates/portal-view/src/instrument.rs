//! What money is drawn from, in words.
//!
//! In: an instrument, or the name that was kept with a payment. Out: `Visa ending in 4242`, or a sign.
//! Not here: its expiry.

use domain::{CardBrand, Instrument, named_parts};
use words::{Words, say};

use crate::icon::Icon;

/// `Visa ending in 4242`.
pub(crate) fn name(words: Words, instrument: &Instrument) -> String {
    match instrument {
        Instrument::Card { brand, last4, .. } => ending(words, brand.name(), last4),
        Instrument::SepaDebit { last4, .. } => ending(words, "IBAN", last4),
        Instrument::UsBankAccount { last4 } => say!(words, "instrument-bank-account", last4 = last4),
    }
}

/// The same of a payment, which keeps what it was drawn from as the log says it: in English.
pub(crate) fn kept_name(words: Words, kept: &str) -> String {
    match named_parts(kept) {
        Some((Some(name), last4)) => ending(words, name, last4),
        Some((None, last4)) => say!(words, "instrument-bank-account", last4 = last4),
        None => kept.to_owned(),
    }
}

fn ending(words: Words, name: &str, last4: &str) -> String {
    if name == CardBrand::Other.name() {
        return say!(words, "instrument-card", last4 = last4);
    }
    say!(words, "instrument-ending", name = name, last4 = last4)
}

/// A card or a bank, as a sign.
pub(crate) fn mark(instrument: &Instrument) -> Icon {
    match instrument {
        Instrument::Card { .. } => Icon::CreditCard,
        Instrument::SepaDebit { .. } | Instrument::UsBankAccount { .. } => Icon::Landmark,
    }
}

#[cfg(test)]
mod tests {
    use domain::Expiry;
    use words::Language;

    use super::*;

    #[test]
    fn what_a_payment_kept_is_said_like_the_instrument_itself() {
        let last4 = || "4242".to_owned();
        let expiry = Expiry { month: 3, year: 2030 };
        for instrument in [
            Instrument::Card { brand: CardBrand::Visa, last4: last4(), expiry },
            Instrument::Card { brand: CardBrand::Other, last4: last4(), expiry },
            Instrument::SepaDebit { last4: last4(), country: "DE".to_owned() },
            Instrument::UsBankAccount { last4: last4() },
        ] {
            for words in Language::ALL.map(Words::of) {
                assert_eq!(kept_name(words, &instrument.to_string()), name(words, &instrument));
            }
            assert_eq!(name(Words::ENGLISH, &instrument), instrument.to_string());
        }
        assert_eq!(kept_name(Words::of(Language::De), "by hand"), "by hand");
    }
}
