//! Files in, files out: a real shop's books, and files with everything wrong that files have wrong.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use domain::Merchant;
use portico::import::{Count, Options, Reading, Record, Report, apply, csv, jsonl};
use testkit::{World, both_engines};

use crate::hooks::endpoint;
use crate::visiting::happened;

both_engines!(
    a_real_shop_moves_in_and_out_without_loss,
    running_an_import_again_changes_nothing,
    old_books_are_in_the_log_and_flood_no_endpoint,
    a_dry_run_says_what_a_run_would_do,
    one_fault_keeps_everything_out,
    what_changed_outside_is_taken_over,
    an_issued_invoice_never_changes,
    time_zones_move_in_and_out,
);

/// The Chinook sample shop: 59 customers, 412 invoices, 2,240 lines, 2,328.60 in all.
pub(crate) fn chinook() -> PathBuf {
    #[expect(clippy::disallowed_methods, reason = "tests have no settings of their own")]
    let named = std::env::var("PORTICO_CHINOOK").map(PathBuf::from);
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data/chinook");
    let folder = named.unwrap_or(beside);
    assert!(
        folder.join("customers.csv").exists(),
        "the Chinook files are needed for this test, and are not in {}; name their folder in PORTICO_CHINOOK",
        folder.display()
    );
    folder
}

fn read_chinook() -> Reading {
    let mapping = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/import/chinook.toml");
    let mapping = toml::from_str(&std::fs::read_to_string(mapping).unwrap()).unwrap();
    csv::read(&mapping, &chinook())
}

async fn import(world: &World, merchant: &Merchant, reading: Reading) -> Report {
    assert_eq!(reading.faults, []);
    apply(&world.app, merchant, reading.records, Options::default(), || {}).await.unwrap()
}

async fn export(world: &World) -> String {
    let mut out = Vec::new();
    portico::export::export(&world.app, &world.merchant.id, &mut out, || {}).await.unwrap();
    String::from_utf8(out).unwrap()
}

/// The rows of a CSV file by its first column, read without any of the product's code.
fn rows(file: &str) -> BTreeMap<String, Vec<BTreeMap<String, String>>> {
    let mut reader = ::csv::Reader::from_path(chinook().join(file)).unwrap();
    let header = reader.headers().unwrap().clone();
    let mut rows: BTreeMap<String, Vec<BTreeMap<String, String>>> = BTreeMap::new();
    for row in reader.records() {
        let row = row.unwrap();
        let key = if file == "invoice_lines.csv" { &row[1] } else { &row[0] };
        let fields = header.iter().zip(row.iter()).map(|(name, value)| (name.to_owned(), value.to_owned()));
        rows.entry(key.to_owned()).or_default().push(fields.collect());
    }
    rows
}

async fn a_real_shop_moves_in_and_out_without_loss(world: World) {
    import(&world, &world.merchant, read_chinook()).await;
    let (customers, invoices, lines) =
        (rows("customers.csv"), rows("invoices.csv"), rows("invoice_lines.csv"));
    let exported = export(&world).await;
    let exported: Vec<Record> = exported.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let (mut sum, mut met, mut line_count, mut names) = (rust_decimal::Decimal::ZERO, 0, 0, BTreeMap::new());
    for record in &exported {
        match record {
            Record::Customer(customer) => {
                let row = &customers[customer.external_id.as_ref().unwrap()][0];
                names.insert(customer.id.clone().unwrap().to_string(), row["CustomerId"].clone());
                let person = format!("{} {}", row["FirstName"], row["LastName"]);
                let name = if row["Company"].is_empty() { &person } else { &row["Company"] };
                assert_eq!(&customer.name, name);
                assert_eq!(customer.email.as_str(), row["Email"]);
                assert_eq!(customer.address.line1, row["Address"].trim());
                assert_eq!(customer.address.city, row["City"].trim());
                assert_eq!(customer.address.region, row["State"].trim());
                assert_eq!(customer.address.postal_code, row["PostalCode"].trim());
                assert_eq!(customer.address.country, row["Country"].trim());
                assert_eq!(customer.metadata["contact"], person);
            }
            Record::Invoice(invoice) => {
                let id = invoice.external_id.as_ref().unwrap();
                let row = &invoices[id][0];
                assert_eq!(names[&invoice.customer], row["CustomerId"]);
                assert_eq!(invoice.number, format!("CH-{id}"));
                assert_eq!(format!("{} 00:00:00", invoice.issued_on), row["InvoiceDate"]);
                assert_eq!(invoice.total, row["Total"]);
                assert_eq!(invoice.bill_to_address.as_ref().unwrap().line1, row["BillingAddress"].trim());
                sum += invoice.total.parse::<rust_decimal::Decimal>().unwrap();
                met += 1;
                assert_eq!(invoice.lines.len(), lines[id].len());
                for (line, row) in invoice.lines.iter().zip(&lines[id]) {
                    assert_eq!(line.description, row["Description"]);
                    assert_eq!(line.unit_price.to_string(), row["UnitPrice"]);
                    assert_eq!(line.quantity.to_string(), row["Quantity"]);
                    line_count += 1;
                }
            }
            Record::Plan(_) | Record::Subscription(_) | Record::Meter(_) | Record::Usage(_) => {
                panic!("the shop has no {record:?}")
            }
        }
    }
    assert_eq!((names.len(), met, line_count, sum.to_string()), (59, 412, 2240, "2328.60".to_owned()));
    assert!(names.len() == customers.len() && met == invoices.len());
}

async fn old_books_are_in_the_log_and_flood_no_endpoint(world: World) {
    let hook = world.receiver().await;
    endpoint(&world, &hook.url).await;
    import(&world, &world.merchant, read_chinook()).await;
    world.run_workers_dry().await;
    let issued = happened(&world, 0).await.into_iter().filter(|name| *name == "invoice.issued").count();
    assert_eq!(issued, 412, "consoles hear of every invoice");
    assert_eq!(hook.types(), [""; 0], "whoever brought them has had them");

    // What happens from then on is told.
    let acme = world.customer("Acme").insert().await;
    world.invoice(&acme, "R-1").line("Pro", "1", "49.00").insert().await;
    world.run_workers_dry().await;
    assert_eq!(hook.types(), ["invoice.issued"]);
}

async fn running_an_import_again_changes_nothing(world: World) {
    let first = import(&world, &world.merchant, read_chinook()).await;
    assert_eq!(first.counts[3], ("invoices", Count { added: 412, changed: 0, unchanged: 0 }));
    let before = (export(&world).await, sequence(&world).await);
    let again = import(&world, &world.merchant, read_chinook()).await;
    assert_eq!(again.changes, Vec::<String>::new());
    assert_eq!(again.counts[3], ("invoices", Count { added: 0, changed: 0, unchanged: 412 }));
    assert_eq!((export(&world).await, sequence(&world).await), before);
}

async fn a_dry_run_says_what_a_run_would_do(world: World) {
    let reading = read_chinook();
    let dry = apply(
        &world.app,
        &world.merchant,
        reading.records,
        Options { dry_run: true, ..Default::default() },
        || {},
    )
    .await
    .unwrap();
    assert_eq!((export(&world).await.as_str(), sequence(&world).await), ("", 0));
    let run = import(&world, &world.merchant, read_chinook()).await;
    assert_eq!(dry.changes, run.changes);
    assert_eq!(run.changes.len(), 59 + 412);
}

async fn one_fault_keeps_everything_out(world: World) {
    let good = r#"{"kind":"customer","external_id":"a","name":"Acme","email":"billing@acme.example"}"#;
    let invoice = |rest: &str| {
        format!(
            r#"{{"kind":"invoice","customer":"a","number":"1","state":"open","issued_on":"2030-01-01","due_on":"2030-01-15",{rest}}}"#
        )
    };
    let line = |price: &str| format!(r#"[{{"description":"x","quantity":"1","unit_price":"{price}"}}]"#);
    let priced = |currency: &str, price: &str, total: &str| {
        invoice(&format!(r#""currency":"{currency}","total":"{total}","lines":{}"#, line(price)))
    };
    let twice = format!("{}\n{}", priced("EUR", "1", "1"), priced("EUR", "1", "1"));
    for (bad, named) in [
        ("{\"kind\":\"customer\"", "EOF"),
        (r#"{"kind":"custmer","name":"x","email":"a@b.co"}"#, "kind `custmer`"),
        (r#"{"kind":"customer","name":"x","email":"a@b.co","adress":{}}"#, "adress"),
        (r#"{"kind":"customer","name":"x","email":"nobody"}"#, "email `nobody`"),
        (r#"{"kind":"customer","name":"","email":"a@b.co"}"#, "name"),
        (r#"{"kind":"customer","name":"a\r\nBcc: x","email":"a@b.co"}"#, "control characters"),
        (
            r#"{"kind":"customer","name":"x","email":"a@b.co","time_zone":"Mars/Base"}"#,
            "time_zone `Mars/Base`: there is no such time zone",
        ),
        (
            r#"{"kind":"customer","name":"x","email":"a@b.co","time_zone":"+1"}"#,
            "time_zone `+1`: `+1` is not the name of a time zone",
        ),
        (r#"{"kind":"customer","external_id":"a","name":"Twin","email":"a@b.co"}"#, "second time"),
        (&priced("EUX", "1", "1"), "EUX"),
        (&priced("EUR", "1", "2"), "add up to 1.00"),
        (&priced("JPY", "1", "1.5"), "more decimals than JPY"),
        (&priced("EUR", "99999999999999999999", "1"), "larger than Portico can hold"),
        (&priced("EUR", "1", "1").replace("\"a\"", "\"nobody\""), "no such customer"),
        (&priced("EUR", "1", "1").replace("2030-01-15", "soon"), "due_on `soon`"),
        (&invoice(r#""currency":"EUR","total":"1","lines":[]"#), "at least one line"),
        (
            &invoice(&format!(r#""currency":"EUR","total":"1","amount_paid":"5","lines":{}"#, line("1"))),
            "was paid on",
        ),
        (&twice, "second time"),
        (&format!("{{\"kind\":\"customer\",\"name\":\"{}\"}}", "x".repeat(2 << 20)), "longer than"),
    ] {
        let path = world.folder().join("file.jsonl");
        std::fs::write(&path, format!("\u{feff}{good}\r\n{bad}\n")).unwrap();
        let Reading { records, mut faults } = jsonl::read(&path);
        let dry_run = !faults.is_empty();
        let report =
            apply(&world.app, &world.merchant, records, Options { dry_run, ..Default::default() }, || {})
                .await
                .unwrap();
        faults.extend(report.faults);
        let said: String = faults.iter().map(ToString::to_string).collect();
        assert!(said.contains(named), "{bad:.200}: {said}");
        let line = if bad == twice { 3 } else { 2 };
        assert_eq!(faults[0].place.line, line, "{said}");
        assert_eq!(export(&world).await, "", "{bad:.200} left something behind");
    }
}

async fn what_changed_outside_is_taken_over(world: World) {
    import(&world, &world.merchant, read_chinook()).await;
    let mut reading = read_chinook();
    for (_, record) in &mut reading.records {
        match record {
            Record::Customer(customer) if customer.external_id.as_deref() == Some("1") => {
                customer.email = "new@embraer.example".parse().unwrap();
            }
            Record::Invoice(invoice) if invoice.number == "CH-412" => {
                assert_eq!(invoice.state, domain::InvoiceState::Open);
                invoice.state = domain::InvoiceState::Paid;
            }
            _ => {}
        }
    }
    let report = import(&world, &world.merchant, reading).await;
    assert_eq!(
        report.changes,
        [
            "~ customer 1: email \"luisg@embraer.com.br\" → \"new@embraer.example\"",
            "~ invoice CH-412: open → paid"
        ]
    );
}

async fn an_issued_invoice_never_changes(world: World) {
    import(&world, &world.merchant, read_chinook()).await;
    let before = export(&world).await;
    let mut reading = read_chinook();
    for (_, record) in &mut reading.records {
        if let Record::Invoice(invoice) = record
            && invoice.number == "CH-7"
        {
            invoice.lines[0].description = "Something else".into();
        }
    }
    let report = import(&world, &world.merchant, reading).await;
    let said: Vec<String> = report.faults.iter().map(ToString::to_string).collect();
    assert!(
        said.len() == 1 && said[0].contains("invoices.csv:8") && said[0].contains("another line"),
        "{said:?}"
    );
    assert_eq!(export(&world).await, before);
}

async fn time_zones_move_in_and_out(world: World) {
    let path = world.folder().join("customers.csv");
    std::fs::write(&path, "Id,Name,Mail,Zone\n1,Acme,a@b.co,America/New_York\n2,Borg,b@b.co,\n").unwrap();
    let read = || csv::read(&zoned(), world.folder());
    let report = import(&world, &world.merchant, read()).await;
    assert_eq!(report.changes, ["+ customer 1", "+ customer 2"]);
    let out = export(&world).await;
    assert_eq!(out.matches(r#""time_zone":"America/New_York""#).count(), 1, "{out}");
    assert_eq!(out.matches("time_zone").count(), 1, "who has none needs no word of it: {out}");

    let moved = world.folder().join("moved.jsonl");
    std::fs::write(&moved, &out).unwrap();
    assert_eq!(import(&world, &world.merchant, jsonl::read(&moved)).await.changes, Vec::<String>::new());
    std::fs::write(&moved, out.replace("America/New_York", "Asia/Tokyo")).unwrap();
    assert_eq!(
        import(&world, &world.merchant, jsonl::read(&moved)).await.changes,
        [r#"~ customer 1: time zone "America/New_York" → "Asia/Tokyo""#]
    );
    assert_eq!(
        import(&world, &world.merchant, read()).await.changes,
        [r#"~ customer 1: time zone "Asia/Tokyo" → "America/New_York""#]
    );
}

/// A mapping of customers whose zone is told by a column.
fn zoned() -> portico::import::mapping::Mapping {
    let text = r#"
        currency = "EUR"
        due_days = 14
        [customers]
        file = "customers.csv"
        external_id = "{Id}"
        name = "{Name}"
        email = "{Mail}"
        time_zone = "{Zone}"
    "#;
    toml::from_str(text).unwrap()
}

#[test]
fn a_csv_file_names_the_column_of_a_time_zone_there_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let rows = "Id,Name,Mail,Zone\n1,A,a@b.co,Mars/Base\n2,B,b@b.co,UTC\n3,C,c@b.co,europe berlin\n";
    std::fs::write(folder.path().join("customers.csv"), rows).unwrap();
    let reading = csv::read(&zoned(), folder.path());
    let said: Vec<String> = reading.faults.iter().map(ToString::to_string).collect();
    let why = "there is no such time zone; write its name as IANA spells it, such as America/New_York";
    let file = folder.path().join("customers.csv");
    let file = file.display();
    assert_eq!(
        said,
        [format!("{file}:2: Zone `Mars/Base`: {why}"), format!("{file}:4: Zone `europe berlin`: {why}")]
    );
    assert_eq!(reading.records.len(), 1);
}

async fn sequence(world: &World) -> i64 {
    let mut conn = world.app.db.read().await.unwrap();
    portico::store::merchants::sequence(&mut conn, &world.merchant.id).await.unwrap()
}

#[test]
fn csv_files_are_checked_line_by_line() {
    let folder = tempfile::tempdir().unwrap();
    let mapping = r#"
        currency = "EUR"
        due_days = 14
        [customers]
        file = "c.csv"
        external_id = "{Id}"
        name = "{Name}"
        email = "{Mail}"
    "#;
    let mapping = toml::from_str(mapping).unwrap();
    let read = |bytes: &[u8]| {
        std::fs::write(folder.path().join("c.csv"), bytes).unwrap();
        let reading = csv::read(&mapping, folder.path());
        let said: Vec<String> = reading
            .faults
            .iter()
            .map(|fault| fault.to_string().replace(&folder.path().display().to_string(), ""))
            .collect();
        (reading.records.len(), said.join(" | "))
    };
    let fine = |count| (count, String::new());
    assert_eq!(read("\u{feff}Id,Name,Mail\r\n1,\"Ödön, \"\"the\"\" Ähre\",a@b.co\r\n".as_bytes()), fine(1));
    assert_eq!(read(b"Mail,Extra,Id,Name\na@b.co,,1,X\n"), fine(1));
    let missing = "/c.csv:1: the mapping names columns that are not here: Mail; there are: Id, Name";
    assert_eq!(read(b"Id,Name\n1,X\n"), (0, missing.into()));
    let (taken, said) = read(b"Id,Name,Mail\n1,X,a@b.co\n2,Y\n3,Z,nobody\n,W,w@b.co\n5,V,v@b.co\n");
    assert_eq!(taken, 2, "{said}");
    assert_eq!(
        said,
        "/c.csv:3: 2 fields, but the header has 3 | /c.csv:4: Mail `nobody`: not an e-mail address \
         | /c.csv:5: Id ``: is empty, but is needed"
    );
    let (taken, said) = read(b"Id,Name,Mail\n1,\xff\xfe,a@b.co\n2,Y,a@b.co\n");
    assert_eq!((taken, said.as_str()), (1, "/c.csv:2: not UTF-8 text; save the file as UTF-8"));
    let (taken, said) = read(&[b"Id,Name,Mail\n1,".to_vec(), vec![b'x'; 3 << 20]].concat());
    assert!(taken == 0 && said.contains("a line is longer than 1024 KiB"), "{said}");
    std::fs::remove_file(folder.path().join("c.csv")).unwrap();
    let reading = csv::read(&mapping, folder.path());
    assert!(reading.faults[0].to_string().contains("cannot be read"), "{:?}", reading.faults);
}
