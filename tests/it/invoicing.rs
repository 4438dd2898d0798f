//! Invoices that Portico writes: numbered without gaps, whoever else brought numbers before.

use domain::{Actor, Currency, Customer, EventBody, Invoice, InvoiceLine, InvoiceState, Money};
use portico::db::StoreError;
use portico::import::{self, Place, Record};
use portico::invoicing::{self, NewInvoice};
use rust_decimal::Decimal;
use testkit::{World, both_engines};

use crate::visiting::{happened, sequence};

both_engines!(
    an_invoice_is_numbered_dated_and_told,
    numbers_have_no_gaps_though_transactions_fail_and_race,
    a_series_keeps_clear_of_imported_numbers,
    an_invoice_that_does_not_add_up_stays_out_of_the_books,
);

fn new(customer: &Customer, price: i64) -> NewInvoice<'_> {
    let each = Money::from_minor(price, Currency::EUR);
    let line = InvoiceLine::new("Pro", Decimal::ONE, each).priced().unwrap();
    NewInvoice {
        customer,
        subscription: None,
        renews: None,
        lines: vec![line],
        currency: Currency::EUR,
        paid: None,
        memo: String::new(),
    }
}

async fn issue(world: &World, new: NewInvoice<'_>) -> Result<Invoice, StoreError> {
    let mut tx = world.app.db.write().await?;
    let issued = invoicing::issue(&mut tx, &world.app, &world.merchant, Actor::System, new).await?;
    world.app.commit(tx).await?;
    Ok(issued)
}

async fn an_invoice_is_numbered_dated_and_told(world: World) {
    let acme = world.customer("Acme").insert().await;
    let before = sequence(&world).await;
    let open = issue(&world, new(&acme, 4_900)).await.unwrap();
    assert_eq!((open.number.as_str(), open.state), ("INV-0001", InvoiceState::Open));
    assert_eq!(
        (open.issued_on.to_string(), open.due_on.to_string()),
        ("2030-03-14".into(), "2030-03-28".into())
    );
    assert_eq!((&open.bill_to_name, &open.bill_to_address), (&acme.name, &acme.address));
    let paid = issue(&world, NewInvoice { paid: Some(world.now()), ..new(&acme, 100) }).await.unwrap();
    assert_eq!(
        (paid.number.as_str(), paid.state, paid.amount_paid),
        ("INV-0002", InvoiceState::Paid, paid.totals.total)
    );
    let free = issue(&world, new(&acme, 0)).await.unwrap();
    assert_eq!(free.state, InvoiceState::Paid, "nobody is asked to pay nothing");
    let told = ["invoice.issued", "invoice.issued", "invoice.paid", "invoice.issued", "invoice.paid"];
    assert_eq!(happened(&world, before).await, told);
}

async fn numbers_have_no_gaps_though_transactions_fail_and_race(world: World) {
    let acme = world.customer("Acme").insert().await;
    let lost = {
        let mut tx = world.app.db.write().await.unwrap();
        invoicing::issue(&mut tx, &world.app, &world.merchant, Actor::System, new(&acme, 1)).await.unwrap()
    };
    assert_eq!(lost.number, "INV-0001", "and it is given again, for nothing of this was committed");
    let issued = futures::future::join_all((0..20).map(|_| issue(&world, new(&acme, 100)))).await;
    let mut numbers: Vec<String> = issued.into_iter().map(|invoice| invoice.unwrap().number).collect();
    numbers.sort();
    let expected: Vec<String> = (1..=20).map(|number| format!("INV-{number:04}")).collect();
    assert_eq!(numbers, expected);
}

async fn a_series_keeps_clear_of_imported_numbers(world: World) {
    let acme = world.customer("Acme").external_id("acme").insert().await;
    world.invoice(&acme, "INV-0001").line("Before Portico", "1", "10").insert().await;
    world.invoice(&acme, "INV-0700").line("Before Portico", "1", "10").insert().await;
    let own = issue(&world, new(&acme, 100)).await.unwrap();
    assert_eq!(own.number, "INV2-0001");

    // From now on an import cannot bring a number the series would come to.
    let bring = async |number: &str| {
        let record = serde_json::json!({
            "kind": "invoice", "customer": "acme", "number": number, "state": "open", "currency": "EUR",
            "issued_on": "2030-01-01", "due_on": "2030-01-15", "total": "10",
            "lines": [{ "description": "Tea", "quantity": "1", "unit_price": "10" }],
        });
        let record: Record = serde_json::from_value(record).unwrap();
        let records = vec![(Place::new(std::path::Path::new("books.jsonl"), 1), record)];
        import::apply(&world.app, &world.merchant, records, import::Options::default(), || {})
            .await
            .unwrap()
            .faults
    };
    let faults = bring("INV2-0002").await;
    assert!(faults[0].to_string().contains("gives to invoices it writes itself"), "{}", faults[0]);
    assert!(bring("INV-0002").await.is_empty());
    assert_eq!(issue(&world, new(&acme, 100)).await.unwrap().number, "INV2-0002");
}

async fn an_invoice_that_does_not_add_up_stays_out_of_the_books(world: World) {
    let acme = world.customer("Acme").insert().await;
    let before = sequence(&world).await;
    let empty = NewInvoice { lines: Vec::new(), ..new(&acme, 1) };
    let mut wrong = new(&acme, 100);
    wrong.lines[0].amount = Money::from_minor(99, Currency::EUR);
    for unsound in [empty, wrong] {
        assert!(matches!(issue(&world, unsound).await, Err(StoreError::Unsound(_))));
    }
    assert_eq!(sequence(&world).await, before);
    let sound = issue(&world, new(&acme, 100)).await.unwrap();
    assert_eq!(sound.number, "INV-0001");
    let mut conn = world.app.db.read().await.unwrap();
    let told = portico::store::events::list_after(&mut conn, &world.merchant.id, before, 9).await.unwrap();
    assert!(matches!(&told[0].body, EventBody::InvoiceIssued { invoice } if *invoice == sound));
}
