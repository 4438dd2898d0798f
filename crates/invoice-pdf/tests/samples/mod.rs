//! Invoices that add up, for the tests and for looking at.

use domain::{
    Address, Branding, Currency, CustomerId, Invoice, InvoiceId, InvoiceLine, InvoiceState, Money, NewId,
    TaxId, Totals, line_amount,
};
use invoice_pdf::Sheet;
use jiff::Timestamp;
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use rust_decimal::Decimal;
use words::{Language, Words};

/// The day the sheets are printed on.
pub(crate) const TODAY: Date = date(2026, 3, 14);

/// All a [`Sheet`] borrows.
pub(crate) struct Sample {
    pub(crate) words: Words,
    pub(crate) invoice: Invoice,
    pub(crate) branding: Branding,
    pub(crate) merchant_name: String,
    pub(crate) zone: TimeZone,
    pub(crate) paid_on: Option<Date>,
    pub(crate) logo: Option<Vec<u8>>,
}

impl Sample {
    /// An open invoice for nothing yet.
    pub(crate) fn new(code: &str) -> Self {
        let currency: Currency = code.parse().expect("currency");
        let nothing = Money::zero(currency);
        let mut branding = Branding::default_for("Fernweh Kontor");
        branding.footer_text = "Fernweh Kontor GmbH, Speicherstraße 9, 20457 Hamburg, Germany\n\
                                VAT DE811907980. IBAN DE89 3704 0044 0532 0130 00. Thank you for your business."
            .to_owned();
        branding.support_email = Some("hello@fernweh.example".parse().expect("address"));
        let invoice = Invoice {
            id: InvoiceId::new(Timestamp::UNIX_EPOCH, [7; 10]),
            external_id: None,
            customer_id: CustomerId::new(Timestamp::UNIX_EPOCH, [8; 10]),
            subscription_id: None,
            number: "2026-00417".to_owned(),
            state: InvoiceState::Open,
            currency,
            issued_on: date(2026, 3, 1),
            due_on: date(2026, 3, 31),
            bill_to_name: "Acme Analytics Ltd".to_owned(),
            bill_to_address: Address {
                line1: "14 Harbour Street".to_owned(),
                line2: "Second floor".to_owned(),
                city: "Bristol".to_owned(),
                region: String::new(),
                postal_code: "BS1 4QA".to_owned(),
                country: "United Kingdom".to_owned(),
            },
            bill_to_tax_ids: vec![TaxId { kind: "gb_vat".to_owned(), value: "GB123456789".to_owned() }],
            lines: Vec::new(),
            totals: Totals { subtotal: nothing, discount: nothing, tax: nothing, total: nothing },
            amount_paid: nothing,
            paid_at: None,
            memo: String::new(),
            created_at: Timestamp::UNIX_EPOCH,
            version: 1,
        };
        let merchant_name = "Fernweh Kontor GmbH".to_owned();
        let (words, zone) = (Words::ENGLISH, TimeZone::UTC);
        Self { words, invoice, branding, merchant_name, zone, paid_on: None, logo: None }
    }

    /// Adds a line without discount, taxed at `tax_rate` percent.
    pub(crate) fn line(self, description: &str, quantity: &str, unit_price: &str, tax_rate: &str) -> Self {
        self.discounted_line(description, quantity, unit_price, tax_rate, "0")
    }

    /// Adds a line with `discount` off.
    pub(crate) fn discounted_line(
        mut self,
        description: &str,
        quantity: &str,
        unit_price: &str,
        tax_rate: &str,
        discount: &str,
    ) -> Self {
        let currency = self.invoice.currency;
        let decimal = |text: &str| text.parse::<Decimal>().expect("decimal");
        let (quantity, unit_price, tax_rate) = (decimal(quantity), decimal(unit_price), decimal(tax_rate));
        let amount = line_amount(quantity, unit_price, currency).expect("in range");
        let discount = Money::parse(discount, currency).expect("amount");
        let net = amount.minus(discount).expect("in range").to_decimal();
        let tax = Money::round(net * tax_rate / Decimal::ONE_HUNDRED, currency).expect("in range");
        let description = description.to_owned();
        self.invoice.lines.push(InvoiceLine {
            description,
            quantity,
            unit_price,
            amount,
            discount,
            tax_rate,
            tax,
            period: None,
            part_of: None,
        });
        self.invoice.totals = Totals::of(&self.invoice.lines, currency).expect("in range");
        self
    }

    /// Settles it.
    pub(crate) fn paid(mut self, on: Date) -> Self {
        self.invoice.state = InvoiceState::Paid;
        self.invoice.amount_paid = self.invoice.totals.total;
        self.paid_on = Some(on);
        self
    }

    /// Changes the invoice.
    pub(crate) fn with(mut self, change: impl FnOnce(&mut Self)) -> Self {
        change(&mut self);
        self
    }

    /// In another language than English.
    pub(crate) fn in_language(mut self, language: Language) -> Self {
        self.words = Words::of(language);
        self
    }

    /// To print.
    pub(crate) fn sheet(&self) -> Sheet<'_> {
        Sheet {
            words: self.words,
            invoice: &self.invoice,
            branding: &self.branding,
            merchant_name: &self.merchant_name,
            today: TODAY,
            zone: &self.zone,
            paid_on: self.paid_on,
            logo: self.logo.as_deref(),
        }
    }
}

/// What most invoices look like: a plan, seats, usage and a discount.
pub(crate) fn typical() -> Sample {
    Sample::new("EUR")
        .discounted_line("Team plan, 1 Mar to 31 Mar 2026", "1", "49", "19", "4.90")
        .line("Additional seats, 1 Mar to 31 Mar 2026", "12", "12.40", "19")
        .line(
            "API calls in February 2026, beyond the 100,000 that are included in the plan",
            "1284310",
            "0.0015",
            "19",
        )
        .line("Migration workshop with two engineers, on site in Bristol", "6.5", "140", "7")
        .with(|sample| {
            sample.invoice.memo = "Your purchase order: 4500-118\nThe workshop was on 19 February; \
                the recording is in your shared folder."
                .to_owned();
        })
}

/// As [`typical`], settled.
pub(crate) fn paid() -> Sample {
    typical().paid(date(2026, 3, 3))
}

/// Names and texts in the scripts we have fonts for, in a currency without minor digits.
pub(crate) fn japanese() -> Sample {
    Sample::new("JPY")
        .line("チームプラン（2026年3月分）", "1", "7800", "10")
        .line(
            "追加シート 12席、および利用量に応じた超過分のご請求について、詳細はポータルをご覧ください",
            "12",
            "1900",
            "10",
        )
        .line("한국어 지원 (스탠다드), 한 달", "1", "5500", "10")
        .line("Поддержка, март 2026", "1", "4100", "10")
        .line("Υποστήριξη, Μάρτιος 2026", "1", "3900", "10")
        .with(|sample| {
            sample.invoice.bill_to_name = "株式会社アクメ分析".to_owned();
            sample.invoice.bill_to_address = Address {
                line1: "丸の内1丁目9番1号".to_owned(),
                city: "東京都千代田区".to_owned(),
                postal_code: "〒100-0005".to_owned(),
                country: "日本".to_owned(),
                ..Address::default()
            };
            sample.invoice.bill_to_tax_ids =
                vec![TaxId { kind: "jp_trn".into(), value: "T1234567890123".into() }];
            sample.branding.primary_color = "#b5402a".parse().expect("colour");
        })
}

/// Three minor digits, and words that run from right to left.
pub(crate) fn kuwaiti() -> Sample {
    Sample::new("KWD")
        .line("خطة الفريق، مارس 2026", "1", "15.250", "0")
        .line("תמיכה חודשית (Standard), 31 ימים", "2", "4.125", "0")
        .with(|sample| {
            sample.invoice.bill_to_name = "شركة أكمي للتحليلات ذ.م.م".to_owned();
            sample.invoice.bill_to_address =
                Address {
                    line1: "شارع الخليج 12".into(), country: "الكويت".into(), ..Address::default()
                };
            sample.invoice.due_on = date(2026, 3, 5);
        })
}

/// A sheet of several pages.
pub(crate) fn long(lines: usize) -> Sample {
    (1..=lines).fold(Sample::new("USD"), |sample, at| {
        let description = match at % 7 {
            0 => format!("Line {at}: storage and transfer in the region eu-central, metered hourly and rounded up once a day"),
            _ => format!("Line {at}: seat for one person"),
        };
        sample.line(&description, &format!("{}", at % 9 + 1), "12.5", if at % 3 == 0 { "8.25" } else { "0" })
    })
}

/// Nothing anybody means to send.
pub(crate) fn hostile() -> Sample {
    Sample::new("CLF")
        .line("", "1", "0.0001", "0")
        .line(
            "\u{0}\u{1b}[31mred\u{202e}desrever\u{7}\u{e000}\u{ffff}🦀 e\u{301}\u{301}\u{301}",
            "-3",
            "12.5",
            "0",
        )
        .line(&"W".repeat(10_000), "99999999999", "0.9999", "99.999")
        .line("almost all there is", "1", "900000000000000", "0")
        .with(|sample| {
            sample.invoice.number = "N".repeat(600);
            sample.invoice.bill_to_name =
                "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch".repeat(9);
            sample.invoice.bill_to_address = Address::default();
            sample.invoice.bill_to_tax_ids = Vec::new();
            sample.invoice.memo =
                format!("{}\n\n\n\n\n{}", "Lorem ipsum dolor sit amet. ".repeat(400), "x".repeat(3000));
            sample.branding.business_name = String::new();
            sample.branding.footer_text = "No footer is this long. ".repeat(60);
            sample.branding.primary_color = "#ffff00".parse().expect("colour");
            sample.logo = Some(b"\x89PNG\r\n\x1a\nnot really".to_vec());
        })
}
