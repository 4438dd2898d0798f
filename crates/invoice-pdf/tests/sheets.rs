//! What is on the paper, read back by the tools people have: `pdftotext` and `pdfinfo` (poppler-utils), `qpdf`.

mod samples;

use std::io::Write;
use std::path::Path;
use std::process::Command;

use domain::{InvoiceState, Money, Period};
use invoice_pdf::{PdfError, render};
use jiff::civil::date;
use proptest::prelude::*;
use samples::Sample;
use words::Language;

/// A printed sheet on disk.
struct Printed(tempfile::NamedTempFile);

impl Printed {
    /// Prints a sample, and has `qpdf` check the file.
    fn new(sample: &Sample) -> Self {
        let mut file = tempfile::NamedTempFile::new().expect("a temporary file");
        file.write_all(&render(&sample.sheet()).expect("a sheet")).expect("written");
        tool("qpdf", &["--check"], file.path(), &[]);
        Self(file)
    }

    /// The text as it stands on the paper, a page each.
    fn pages(&self) -> Vec<String> {
        let text = tool("pdftotext", &["-layout", "-enc", "UTF-8"], self.0.path(), &["-"]);
        text.split_terminator('\u{c}').map(str::to_owned).collect()
    }

    fn text(&self) -> String {
        self.pages().concat()
    }

    /// The tags a screen reader follows, with the text in them.
    fn structure(&self) -> String {
        tool("pdfinfo", &["-struct-text"], self.0.path(), &[])
    }
}

/// Runs a tool on a file; a missing tool fails the test, so that nothing passes unchecked.
fn tool(name: &str, before: &[&str], file: &Path, after: &[&str]) -> String {
    let output = Command::new(name).args(before).arg(file).args(after).output();
    let output = output.unwrap_or_else(|e| panic!("{name}: {e}; install it: apt install poppler-utils qpdf"));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success(),
        "{name} found a fault: {said}{}",
        String::from_utf8_lossy(&output.stdout)
    );
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// The words, one space apart: how far apart they stand is a matter of looks.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn assert_says(text: &str, expected: &[&str]) {
    let text = words(text);
    for expected in expected {
        assert!(text.contains(expected), "{expected:?} is missing in:\n{text}");
    }
}

#[test]
fn a_sheet_says_who_owes_what_to_whom_and_why() {
    let text = Printed::new(&samples::typical()).text();
    assert_says(&text, &["Invoice", "2026-00417", "Fernweh Kontor GmbH", "hello@fernweh.example"]);
    assert_says(&text, &["Acme Analytics Ltd", "14 Harbour Street", "BS1 4QA Bristol", "VAT GB123456789"]);
    assert_says(&text, &["Pending", "1 Mar 2026", "€3,495.75 EUR due 31 Mar 2026"]);
    assert_says(&text, &["Team plan, 1 Mar to 31 Mar 2026 1 49.00 19% 49.00", "Discount \u{2212}4.90"]);
    assert_says(&text, &["1,284,310 0.0015 19% 1,926.47", "6.5 140.00 7% 910.00"]);
    assert_says(&text, &["Subtotal 3,034.27", "Tax 7% on 910.00 63.70", "Tax 19% on 2,119.37 402.68"]);
    assert_says(&text, &["Total 3,495.75", "Amount due €3,495.75", "Your purchase order: 4500-118"]);
    assert_says(&text, &["Speicherstraße 9, 20457 Hamburg", "Page 1 of 1"]);
}

#[test]
fn what_is_given_back_is_a_credit_note() {
    let note = Sample::new("EUR").line("Team plan", "1", "-49.00", "19").paid(date(2026, 3, 3));
    let text = Printed::new(&note).text();
    assert_says(&text, &["Credit note", "2026-00417"]);
    assert_says(&text, &["\u{2212}€58.31 EUR credited on 3 Mar 2026", "Total \u{2212}58.31"]);
    for not_said in ["Invoice", "Due", "Amount due", "Paid"] {
        assert!(!text.contains(not_said), "{not_said}: {text}");
    }
}

#[test]
fn where_it_stands_depends_on_the_day_and_the_books() {
    let text = |sample: Sample| Printed::new(&sample).text();
    assert_says(
        &text(samples::paid()),
        &["Paid 3 Mar 2026", "€3,495.75 EUR paid on 3 Mar 2026", "Amount due €0.00"],
    );
    let late = samples::typical().with(|sample| sample.invoice.due_on = date(2026, 3, 13));
    assert_says(&text(late), &["Status Overdue", "€3,495.75 EUR was due 13 Mar 2026"]);
    let void = text(samples::typical().with(|sample| sample.invoice.state = InvoiceState::Void));
    assert_says(&void, &["Status Void", "withdrawn; nothing is to be paid"]);
    assert!(!void.contains("Amount due"));
    let part = samples::typical().with(|sample| {
        sample.invoice.amount_paid = Money::parse("1000", sample.invoice.currency).expect("amount");
    });
    assert_says(&text(part), &["€2,495.75 EUR due", "Paid \u{2212}1,000.00", "Amount due €2,495.75"]);
}

#[test]
fn every_currency_prints_with_its_own_digits() {
    for (code, price, line, due) in [
        ("JPY", "1234", "1,234", "¥1,234 JPY"),
        ("USD", "1234.5", "1,234.50", "$1,234.50 USD"),
        ("KWD", "1234.5", "1,234.500", "KWD 1,234.500"),
        ("CLF", "1234.5", "1,234.5000", "CLF 1,234.5000"),
    ] {
        let text = Printed::new(&Sample::new(code).line("Plan", "1", price, "0")).text();
        assert_says(&text, &[&format!("Plan 1 {line} {line}"), due, &format!("Amount ({code})")]);
    }
}

#[test]
fn names_print_in_every_script_we_have_fonts_for() {
    let text = Printed::new(&samples::japanese()).text();
    assert_says(
        &text,
        &["株式会社アクメ分析", "〒100-0005 東京都千代田区", "チームプラン", "한국어 지원 (스탠다드)"],
    );
    assert_says(&text, &["Поддержка, март 2026", "Υποστήριξη, Μάρτιος 2026", "¥48,510 JPY"]);
    let text = Printed::new(&samples::kuwaiti()).text();
    assert_says(&text, &["الكويت", "תמיכה חודשית", "Standard", "KWD 23.500"]);
    let latin =
        samples::typical().with(|sample| sample.invoice.bill_to_name = "Łódź Şeker Đặng Ñandú Øre ẞ".into());
    assert_says(&Printed::new(&latin).text(), &["Łódź Şeker Đặng Ñandú Øre ẞ"]);
}

#[test]
fn labels_are_in_the_language_of_the_sheet_and_the_rest_stays() {
    let text = |sample: Sample, language| Printed::new(&sample.in_language(language)).text();
    let german = text(samples::typical(), Language::De);
    assert_says(&german, &["Rechnung", "2026-00417", "Status Offen", "Ausgestellt 1. März 2026"]);
    assert_says(&german, &["3.495,75 € EUR fällig am 31. März 2026", "Einzelpreis Steuer Betrag (EUR)"]);
    assert_says(&german, &["1.284.310 0,0015 19 % 1.926,47", "Rabatt \u{2212}4,90", "USt-IdNr. GB123456789"]);
    assert_says(&german, &["Steuer 7 % auf 910,00 63,70", "Zwischensumme 3.034,27", "Seite 1 von 1"]);
    assert_says(&german, &["Team plan, 1 Mar to 31 Mar 2026", "Your purchase order: 4500-118"]);
    let japanese = text(samples::japanese(), Language::Ja);
    assert_says(&japanese, &["請求書", "発行日", "2026年3月1日", "期限：2026年3月31日", "1 / 1ページ"]);
    assert_says(&japanese, &["内容", "数量 単価 税率 金額（JPY）", "小計", "ご請求額 ¥48,510"]);
}

#[test]
fn an_arabic_sheet_begins_at_the_right() {
    let printed = Printed::new(&samples::kuwaiti().in_language(Language::Ar));
    // The tool marks directions by embeddings of its own.
    let text = printed.text().replace(|letter| ('\u{202a}'..='\u{202e}').contains(&letter), "");
    assert_says(&text, &["المجموع الفرعي", "المبلغ المستحق", "23.500"]);
    assert!(!text.contains(['\u{2068}', '\u{2069}', '\u{200f}', '\u{200e}']), "ours are not printed");
    let boxes = tool("pdftotext", &["-bbox"], printed.0.path(), &["-"]);
    let place = |word: &str| {
        // It tells letters as they stand, from left to right.
        let seen = format!(">{}<", word.chars().rev().collect::<String>());
        let line = boxes.lines().find(|line| line.contains(&seen)).expect("the word is there");
        let left = line.split('"').nth(1).expect("a word has a left edge");
        left.parse::<f32>().expect("in points")
    };
    assert!(place("الوصف") > place("الكمية"), "the first column is the right one");
}

#[test]
fn a_part_of_a_period_is_explained() {
    let at = |text: &str| text.parse::<jiff::Timestamp>().expect("an instant");
    let month = Period { start: at("2026-03-01T00:00:00Z"), end: at("2026-04-01T00:00:00Z") };
    let rest = Period { start: at("2026-03-19T12:00:05Z"), ..month };
    let sample =
        samples::typical().line("Starter", "1", "-19", "0").line("Scale", "1", "99", "0").with(|sample| {
            let lines = &mut sample.invoice.lines;
            (lines[4].period, lines[4].part_of) = (Some(rest), Some(month));
            lines[5].period = Some(month);
        });
    let text = Printed::new(&sample).text();
    assert_says(
        &text,
        &["Unused time on Starter", "12 days 11 hours 59 minutes 55 seconds of 31 days, until"],
    );
    assert_says(&text, &["Scale 1 99.00", "1 Mar 2026 – 31 Mar 2026"]);
    let german = Printed::new(&sample.in_language(Language::De)).text();
    assert_says(&german, &["Scale", "1. März 2026 – 31. März 2026", "12 Tage 11 Stunden"]);
}

#[test]
fn every_label_has_its_glyphs_in_every_language() {
    for language in Language::ALL {
        for sample in [samples::typical(), samples::paid()] {
            let text = Printed::new(&sample.in_language(language)).text();
            assert!(!text.contains(['\u{25a1}', '\u{fffd}']), "{language:?}: {text}");
        }
    }
}

#[test]
fn equal_sheets_are_equal_bytes_until_the_status_changes() {
    let logo = include_bytes!("samples/logo.png").to_vec();
    for sample in [
        samples::japanese(),
        samples::typical().in_language(Language::Ar),
        samples::long(40),
        samples::typical().with(|s| s.logo = Some(logo)),
    ] {
        let (one, other) =
            (render(&sample.sheet()).expect("a sheet"), render(&sample.sheet()).expect("a sheet"));
        assert!(one == other);
        let mut tomorrow = sample.sheet();
        tomorrow.today = date(2026, 3, 15);
        assert!(render(&tomorrow).expect("a sheet") == one, "one more day in time changes nothing");
        tomorrow.today = date(2026, 4, 1);
        assert!(render(&tomorrow).expect("a sheet") != one, "overdue looks different");
    }
}

#[test]
fn screen_readers_find_a_title_and_a_table_with_headers() {
    let structure = Printed::new(&samples::typical()).structure();
    let structure = structure.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_says(
        &structure,
        &["H1 \"Invoice 2026-00417\" (block) \"Invoice 2026-00417", "Table (block) THead TR TH"],
    );
    assert_says(
        &structure,
        &["TH: /Scope /Column \"Description", "TH: /Scope /Row \"Team plan", "TD \"49.00"],
    );
    assert_says(&structure, &["TH: /Scope /Row \"Amount due \" TD \"€3,495.75"]);
    assert!(!structure.contains("Page 1 of 1"), "page numbers belong to the paper, not to the text");
}

#[test]
fn long_invoices_repeat_the_head_and_keep_the_sum_with_the_last_line() {
    for count in 1..60 {
        let sample = samples::long(count);
        if count % 8 != 0 && !(12..=18).contains(&count) {
            continue;
        }
        let pages = Printed::new(&sample).pages();
        for (at, page) in pages.iter().enumerate() {
            assert_says(
                page,
                &["Description", "Amount (USD)", &format!("Page {} of {}", at + 1, pages.len())],
            );
            assert!(page.contains("Line "), "page {} of {count} lines has none", at + 1);
        }
        assert_says(&pages[pages.len() - 1], &[&format!("Line {count}:"), "Subtotal", "Total", "Amount due"]);
        for line in 1..=count {
            assert_eq!(pages.iter().filter(|page| page.contains(&format!("Line {line}: "))).count(), 1);
        }
    }
}

#[test]
fn a_thousand_lines_are_all_there() {
    let text = Printed::new(&samples::long(1000)).text();
    assert!((1..=1000).all(|line| text.contains(&format!("Line {line}: "))));
}

#[test]
fn hostile_input_prints_whole_and_valid() {
    let printed = Printed::new(&samples::hostile());
    let text = printed.text();
    assert_eq!(text.matches('W').count(), 10_000, "not a letter of the long word is lost");
    assert_says(&text, &["[31mreddesrever", "🦀", "CLF 900,199,979,000,060.5003", "\u{2212}37.5000"]);
    assert_eq!(words(&text).matches("Lorem ipsum dolor").count(), 400);
    assert_eq!(
        words(&text).matches("No footer is this long.").count(),
        60,
        "a long footer is printed once, whole"
    );
}

#[test]
fn a_logo_is_drawn_and_a_broken_one_gives_way_to_the_name() {
    let plain = render(&samples::typical().sheet()).expect("a sheet");
    let with = |logo: &[u8]| samples::typical().with(|sample| sample.logo = Some(logo.to_vec()));
    let (png, svg) = (include_bytes!("samples/logo.png"), include_bytes!("samples/logo.svg"));
    for logo in [png.as_slice(), svg] {
        let structure = Printed::new(&with(logo)).structure();
        assert_says(&structure, &["Figure"]);
    }
    let empty = b"<svg xmlns='http://www.w3.org/2000/svg'/>";
    for broken in
        [b"GIF89a".as_slice(), b"", b"\x89PNG\r\n\x1a\n", &png[..900], b"\xff\xd8\xff", &svg[..200], empty]
    {
        let printed = render(&with(broken).sheet()).expect("a sheet");
        assert!(printed == plain, "{:?}", String::from_utf8_lossy(broken));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn the_printed_sums_are_the_invoices(
        code in prop::sample::select(vec!["EUR", "JPY", "KWD", "CLF"]),
        lines in prop::collection::vec((1..9_999u32, 0..9_999_999u32, 0..30u32), 1..30),
    ) {
        let sample = lines.iter().fold(Sample::new(code), |sample, (quantity, price, rate)| {
            sample.line("Anything", &quantity.to_string(), &format!("{}.{:02}", price / 100, price % 100), &rate.to_string())
        });
        let text = Printed::new(&sample).text();
        let row = |name: &str| {
            let row = text.lines().rfind(|line| line.trim_start().starts_with(name));
            row.and_then(|row| row.split_whitespace().last()).unwrap_or_default().replace(',', "")
        };
        prop_assert_eq!(row("Total"), sample.invoice.totals.total.to_decimal().to_string());
        prop_assert_eq!(row("Subtotal"), sample.invoice.totals.subtotal.to_decimal().to_string());
    }

    #[test]
    fn any_text_prints(name in any::<String>(), description in "\\PC{0,200}", memo in any::<String>()) {
        let sample = samples::typical().line(&description, "1", "1", "0").with(|sample| {
            sample.invoice.bill_to_name = name;
            sample.invoice.memo = memo;
        });
        let printed: Result<Vec<u8>, PdfError> = render(&sample.sheet());
        prop_assert!(printed.is_ok(), "{printed:?}");
    }
}
