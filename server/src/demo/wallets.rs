//! What the sample customers pay with: the sandbox's test numbers.

use domain::{Actor, CardNumber, Customer, CustomerId, Expiry, Iban, MerchantId, SecurityCode};
use jiff::civil::Date;

use super::SHOWCASE;
use crate::app::App;
use crate::error::AppError;
use crate::payments::{self, Details, NewMethod};
use crate::store::customers;

/// Customers read at once.
const PAGE: u32 = 100;

/// Puts payment methods on file: most customers have a card, some an account, a few none, and the showcase
/// customer a card beside one that ends soon.
pub async fn fill(app: &App, merchant: &MerchantId, today: Date) -> Result<(), AppError> {
    let mut last: Option<CustomerId> = None;
    let mut number = 0usize;
    loop {
        let page = customers::list(&mut app.db.read().await?, merchant, last.as_ref(), PAGE).await?;
        let Some(end) = page.last() else { return Ok(()) };
        last = Some(end.id.clone());
        for customer in &page {
            for new in wallet(customer, number, today) {
                payments::add(app, merchant, Actor::Customer, customer, new).await?;
            }
            number += 1;
        }
    }
}

fn wallet(customer: &Customer, number: usize, today: Date) -> Vec<NewMethod> {
    let year = today.year();
    let holder = customer.metadata.get("contact").cloned().unwrap_or_else(|| customer.name.clone());
    let far = Expiry { year: year + 2, month: 11 };
    let card = |digits: &str, expiry: Expiry| {
        let number = CardNumber::parse(digits).ok()?;
        let code = SecurityCode::parse("123", number.brand()).ok()?;
        Some(NewMethod { details: Details::Card { number, expiry, code }, holder: holder.clone() })
    };
    if customer.external_id.as_deref() == Some(SHOWCASE) {
        let soon = Expiry { year, month: today.month() };
        return [card("4242424242424242", far), card("5555555555554444", soon)]
            .into_iter()
            .flatten()
            .collect();
    }
    let one = match number % 10 {
        0..=4 => card("4242424242424242", far),
        5..=6 => card("5555555555554444", Expiry { year: year + 1, month: 4 }),
        7 => {
            let iban = Iban::parse("DE89370400440532013000").ok();
            iban.map(|iban| NewMethod { details: Details::Iban(iban), holder: customer.name.clone() })
        }
        8 => card("4000000000009995", far),
        _ => None,
    };
    one.into_iter().collect()
}
