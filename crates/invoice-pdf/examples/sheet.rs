//! Writes sample invoices to a folder, and says how long each took: `cargo run --example sheet -- /tmp/sheets`

#[path = "../tests/samples/mod.rs"]
mod samples;

use std::time::Instant;

use words::Language;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "target/sheets".to_owned());
    std::fs::create_dir_all(&folder)?;
    let svg = include_bytes!("../tests/samples/logo.svg").to_vec();
    let sheets = [
        ("typical", samples::typical()),
        ("logo", samples::typical().with(|sample| sample.logo = Some(svg))),
        ("paid", samples::paid()),
        ("japanese", samples::japanese()),
        ("kuwaiti", samples::kuwaiti()),
        ("right-to-left", samples::kuwaiti().in_language(Language::Ar)),
        ("long", samples::long(64)),
        ("hostile", samples::hostile()),
        ("thousand", samples::long(1000)),
    ];
    let languages = Language::ALL.map(|language| (language.tag(), samples::paid().in_language(language)));
    for (name, sample) in sheets.iter().chain(&languages) {
        let sheet = sample.sheet();
        let start = Instant::now();
        let pdf = invoice_pdf::render(&sheet)?;
        let cold = start.elapsed();
        let start = Instant::now();
        for _ in 0..10 {
            invoice_pdf::render(&sheet)?;
        }
        println!("{name:10} {:>8} bytes, first {cold:?}, then {:?}", pdf.len(), start.elapsed() / 10);
        std::fs::write(format!("{folder}/{name}.pdf"), pdf)?;
    }
    Ok(())
}
