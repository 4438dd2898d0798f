//! The sandbox: a provider without a bank. It takes the numbers below and no others, so that nobody's real
//! number ends up in it, and keeps books by which a repeated request gets the same answer.
//!
//! In: test numbers. Out: the answers they are documented to give. Not here: real money.

use domain::{
    Decline, Instrument, MerchantId, Money, Payment, PaymentId, PaymentMethod, PaymentStatus, Refund,
};
use portal_view::routes;

use super::provider::{Answer, Details, Kept, ProviderError, Refused};
use crate::app::App;
use crate::db::StoreError;
use crate::store::merchants;
use crate::store::payment_methods::ProviderKey;
use crate::store::sandbox::{self as books, Charge};
use crate::zone;

/// A number the sandbox takes, and what comes of charging it.
#[derive(Debug, Clone, Copy)]
pub struct TestCard {
    /// As it is typed: a card's number, an IBAN, or routing and account number with a slash.
    pub number: &'static str,
    /// What charging it answers.
    pub answer: Answer,
    /// In minor units; a larger sum is answered with a lack of money.
    pub most: Option<i64>,
}

const fn test(number: &'static str, answer: Answer) -> TestCard {
    TestCard { number, answer, most: None }
}

/// All of them. The README documents each.
pub const TEST_CARDS: [TestCard; 15] = [
    test("4242424242424242", Answer::Succeeded),
    test("5555555555554444", Answer::Succeeded),
    test("378282246310005", Answer::Succeeded),
    test("6011111111111117", Answer::Succeeded),
    test("3566002020360505", Answer::Succeeded),
    test("4000000000000002", Answer::Declined(Decline::Declined)),
    test("4000000000009995", Answer::Declined(Decline::InsufficientFunds)),
    test("4000000000000069", Answer::Declined(Decline::Expired)),
    test("4000002500003155", Answer::Waiting),
    TestCard { number: "4000000000001000", answer: Answer::Succeeded, most: Some(10_000) },
    test("DE89370400440532013000", Answer::Succeeded),
    test("NL91ABNA0417164300", Answer::Succeeded),
    test("AT861904300235473202", Answer::Declined(Decline::InsufficientFunds)),
    test("110000000/000123456789", Answer::Succeeded),
    test("110000000/000111111116", Answer::Declined(Decline::Declined)),
];

/// Takes a test number; its token is its place in the list, so that not even a test number is kept.
pub(super) fn keep(details: &Details) -> Result<Kept, Refused> {
    let place = |typed: &str| TEST_CARDS.iter().position(|test| test.number == typed);
    let (place, instrument) = match details {
        Details::Card { number, expiry, code: _ } => {
            let (brand, last4) = (number.brand(), number.last4().to_owned());
            (place(number.expose()), Instrument::Card { brand, last4, expiry: *expiry })
        }
        Details::Iban(iban) => {
            let (country, last4) = (iban.country().to_owned(), iban.last4().to_owned());
            (place(iban.expose()), Instrument::SepaDebit { country, last4 })
        }
        Details::UsAccount(account) => {
            let (routing, number) = account.expose();
            let place =
                TEST_CARDS.iter().position(|test| test.number.split_once('/') == Some((routing, number)));
            (place, Instrument::UsBankAccount { last4: account.last4().to_owned() })
        }
    };
    let place = place.ok_or(Refused(
        "This portal takes test numbers only, such as 4242 4242 4242 4242. Nothing of yours was kept.",
    ))?;
    let token = format!("sandbox-{place}");
    Ok(Kept { instrument, key: ProviderKey { fingerprint: token.clone(), token } })
}

fn answer_of(token: &str, amount: Money) -> Answer {
    let place = token.strip_prefix("sandbox-").and_then(|place| place.parse::<usize>().ok());
    match place.and_then(|place| TEST_CARDS.get(place)) {
        None => Answer::Declined(Decline::Declined),
        Some(test) if test.most.is_some_and(|most| amount.minor() > most) => {
            Answer::Declined(Decline::InsufficientFunds)
        }
        Some(test) => test.answer,
    }
}

/// Looks the payment up in the books, where it is entered if it is new.
pub(super) async fn charge(
    app: &App,
    merchant: &MerchantId,
    payment: &Payment,
    method: &PaymentMethod,
    token: &str,
) -> Result<PaymentStatus, ProviderError> {
    let owner = merchants::get(&mut app.db.read().await?, merchant).await.map_err(ProviderError::from)?;
    let today = zone::today(app, &owner);
    let answer = match &method.instrument {
        Instrument::Card { expiry, .. } if expiry.is_over(today) => Answer::Declined(Decline::Expired),
        _ => answer_of(token, payment.amount),
    };
    let asked =
        Charge { payment_id: payment.id.clone(), amount: payment.amount, token: token.to_owned(), answer };
    let mut tx = app.db.write().await?;
    let entered = books::record(&mut tx, merchant, &asked).await?;
    tx.commit().await?;
    Ok(match entered.answer {
        Answer::Succeeded => PaymentStatus::Succeeded,
        Answer::Declined(reason) => PaymentStatus::Failed { reason },
        Answer::Waiting => {
            PaymentStatus::RequiresAction { url: app.url(&routes::sandbox_confirm(&payment.id)) }
        }
    })
}

/// Enters a refund into the books, unless it is there.
pub(super) async fn refund(app: &App, merchant: &MerchantId, refund: &Refund) -> Result<(), ProviderError> {
    let mut tx = app.db.write().await?;
    books::record_refund(&mut tx, merchant, refund).await?;
    Ok(tx.commit().await?)
}

/// Answers a payment that waits; one that does not is left as it is.
pub(super) async fn answer(app: &App, payment: &PaymentId, answer: Answer) -> Result<(), ProviderError> {
    let mut tx = app.db.write().await?;
    books::answer(&mut tx, payment, answer).await?;
    Ok(tx.commit().await?)
}

/// What the customer decides on the sandbox's page: `true` confirms the payment, `false` calls it off.
/// Returns whether such a payment was waiting.
pub async fn confirm(app: &App, payment: &PaymentId, yes: bool) -> Result<bool, StoreError> {
    let mut tx = app.db.write().await?;
    let waiting =
        books::find(&mut tx, payment).await?.is_some_and(|(_, charge)| charge.answer == Answer::Waiting);
    let decided = if yes { Answer::Succeeded } else { Answer::Declined(Decline::NotConfirmed) };
    books::answer(&mut tx, payment, decided).await?;
    tx.commit().await?;
    Ok(waiting)
}

#[cfg(test)]
mod tests {
    use domain::{CardNumber, Currency, Expiry, Iban, SecurityCode, UsAccount};

    use super::*;

    fn card(number: &str) -> Details {
        let number = CardNumber::parse(number).expect("a number");
        let code = if number.last4() == "0005" { "1234" } else { "123" };
        let code = SecurityCode::parse(code, number.brand()).expect("a code");
        Details::Card { number, expiry: Expiry { year: 2031, month: 4 }, code }
    }

    #[test]
    fn every_test_number_is_one_a_form_takes_and_nothing_of_it_is_kept() {
        for test in TEST_CARDS {
            let details = match test.number.split_once('/') {
                Some((routing, account)) => {
                    Details::UsAccount(UsAccount::parse(routing, account).expect(test.number))
                }
                None if test.number.starts_with(|c: char| c.is_ascii_digit()) => card(test.number),
                None => Details::Iban(Iban::parse(test.number).expect(test.number)),
            };
            let kept = keep(&details).expect(test.number);
            let cent = Money::from_minor(1, Currency::EUR);
            assert_eq!(answer_of(&kept.key.token, cent), test.answer, "{}", test.number);
            assert!(!format!("{kept:?}").contains(test.number), "{kept:?}");
        }
    }

    #[test]
    fn a_real_number_is_refused() {
        assert!(keep(&card("4111111111111111")).is_err());
    }
}
