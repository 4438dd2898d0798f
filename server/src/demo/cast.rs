//! Names, places and prices of the sample. All are made up.

use domain::{Interval, SeatRange};
use fastrand::Rng;

/// Where customers live, and what follows from it.
#[derive(Debug)]
pub(super) struct Country {
    pub(super) code: &'static str,
    pub(super) locale: &'static str,
    pub(super) currency: &'static str,
    /// What a euro is in that currency, in the sample.
    pub(super) rate: &'static str,
    pub(super) tax_rate: &'static str,
    pub(super) tax_kind: &'static str,
    pub(super) tax_prefix: &'static str,
    /// How many of a hundred customers.
    pub(super) share: usize,
    pub(super) number_first: bool,
    pub(super) cities: &'static [City],
    pub(super) streets: &'static [&'static str],
    pub(super) names: &'static [&'static str],
    pub(super) forms: &'static [&'static str],
}

/// Its name, its postal code, and its zone where that is not the merchant's.
pub(super) type City = (&'static str, &'static str, Option<&'static str>);

pub(super) const COUNTRIES: &[Country] = &[
    Country {
        code: "DE",
        locale: "de",
        currency: "EUR",
        rate: "1",
        tax_rate: "19",
        tax_kind: "eu_vat",
        tax_prefix: "DE",
        share: 30,
        number_first: false,
        cities: &[
            ("Berlin", "10115", None),
            ("München", "80331", None),
            ("Köln", "50667", None),
            ("Leipzig", "04109", None),
        ],
        streets: &["Hauptstraße", "Lindenweg", "Am Güterbahnhof", "Königsallee"],
        names: &["Brückner", "Müller & Söhne", "Spreeblick", "Alpenglut", "Hansekontor", "Eulenspiegel"],
        forms: &["GmbH", "KG", "AG", "Café"],
    },
    Country {
        code: "FR",
        locale: "fr",
        currency: "EUR",
        rate: "1",
        tax_rate: "20",
        tax_kind: "eu_vat",
        tax_prefix: "FR",
        share: 12,
        number_first: true,
        cities: &[("Paris", "75011", None), ("Lyon", "69002", None), ("Besançon", "25000", None)],
        streets: &["rue de la République", "avenue Jean Jaurès", "quai des Célestins"],
        names: &["L’Étoile", "Mistral", "Garçon Noir", "Belle Époque", "Forêt & Fils"],
        forms: &["SARL", "SAS", "Torréfaction"],
    },
    Country {
        code: "US",
        locale: "en",
        currency: "USD",
        rate: "1.1",
        tax_rate: "8.25",
        tax_kind: "",
        tax_prefix: "",
        share: 24,
        number_first: true,
        cities: &[
            ("Austin", "78701", Some("America/Chicago")),
            ("Portland", "97205", Some("America/Los_Angeles")),
            ("Brooklyn", "11201", Some("America/New_York")),
            ("Chicago", "60601", Some("America/Chicago")),
        ],
        streets: &["Congress Avenue", "Burnside Street", "Atlantic Avenue", "Lake Street"],
        names: &["Blue Heron", "Cedar & Stone", "Tidewater", "Parallel", "Juniper", "Lantern", "O'Malley"],
        forms: &["Inc.", "LLC", "Roasters", "Kitchen"],
    },
    Country {
        code: "GB",
        locale: "en-GB",
        currency: "GBP",
        rate: "0.9",
        tax_rate: "20",
        tax_kind: "gb_vat",
        tax_prefix: "GB",
        share: 14,
        number_first: true,
        cities: &[
            ("London", "E1 6AN", Some("Europe/London")),
            ("Bristol", "BS1 4DJ", Some("Europe/London")),
            ("Edinburgh", "EH1 1YZ", Some("Europe/London")),
        ],
        streets: &["Commercial Street", "Corn Street", "Cockburn Street"],
        names: &["Harbour", "Finch & Daughters", "Northern Line", "Marlowe", "Copperfield"],
        forms: &["Ltd", "LLP", "Tea Rooms"],
    },
    Country {
        code: "PL",
        locale: "pl",
        currency: "PLN",
        rate: "4.3",
        tax_rate: "23",
        tax_kind: "eu_vat",
        tax_prefix: "PL",
        share: 6,
        number_first: false,
        cities: &[("Kraków", "31-001", None), ("Łódź", "90-001", None)],
        streets: &["ul. Grodzka", "ul. Piotrkowska"],
        names: &["Żuraw", "Złoty Młyn", "Wisła", "Pod Gwiazdą"],
        forms: &["sp. z o.o.", "Kawiarnia"],
    },
    Country {
        code: "JP",
        locale: "ja",
        currency: "JPY",
        rate: "160",
        tax_rate: "10",
        tax_kind: "jp_trn",
        tax_prefix: "T8",
        share: 8,
        number_first: false,
        cities: &[
            ("東京都渋谷区", "150-0002", Some("Asia/Tokyo")),
            ("京都市中京区", "604-8005", Some("Asia/Tokyo")),
        ],
        streets: &["神宮前", "河原町通"],
        names: &["珈琲の木", "月光堂", "青山商店", "Sakura Trading"],
        forms: &["株式会社", "合同会社"],
    },
    Country {
        code: "KW",
        locale: "en",
        currency: "KWD",
        rate: "0.335",
        tax_rate: "0",
        tax_kind: "",
        tax_prefix: "",
        share: 3,
        number_first: true,
        cities: &[("Kuwait City", "13001", Some("Asia/Kuwait"))],
        streets: &["Arabian Gulf Street"],
        names: &["Al Salam", "Gulf Pearl", "Dar Al Awadi"],
        forms: &["W.L.L.", "Trading"],
    },
    Country {
        code: "GR",
        locale: "en",
        currency: "EUR",
        rate: "1",
        tax_rate: "24",
        tax_kind: "eu_vat",
        tax_prefix: "EL",
        share: 3,
        number_first: false,
        cities: &[
            ("Αθήνα", "105 57", Some("Europe/Athens")),
            ("Θεσσαλονίκη", "546 24", Some("Europe/Athens")),
        ],
        streets: &["Ερμού", "Τσιμισκή"],
        names: &["Γλάρος", "Ήλιος", "Αιγαίο"],
        forms: &["Α.Ε.", "Καφέ"],
    },
];

/// Contact people, for the merchant's notes.
pub(super) const CAST: &[&str] = &[
    "Amélie Durand",
    "Jonas Weber",
    "Priya Nair",
    "Tomasz Zieliński",
    "Grace Okafor",
    "Luís Gonçalves",
    "Mia Chen",
    "Oliver Hughes",
    "佐藤 葵",
    "Ελένη Παππά",
    "Nora Lindqvist",
    "Mateo García",
];

/// A plan before it has a currency.
#[derive(Debug, Clone, Copy)]
pub(super) struct PlanSketch {
    pub(super) key: &'static str,
    pub(super) name: &'static str,
    pub(super) description: &'static str,
    /// What a unit is called on the invoice.
    pub(super) unit: &'static str,
    pub(super) euros: &'static str,
    pub(super) interval: Interval,
    pub(super) per_seat: bool,
    pub(super) seats: SeatRange,
    pub(super) self_serve_cancelation: bool,
    /// Whether its machines count the cups they brew.
    pub(super) counts_cups: bool,
}

pub(super) const PLANS: [PlanSketch; 4] = [
    PlanSketch {
        key: "counter",
        name: "Counter",
        description: "Five kilos of the house blend a month, for a small café.",
        unit: "monthly subscription",
        euros: "89",
        interval: Interval::Month,
        per_seat: false,
        seats: SeatRange::ANY,
        self_serve_cancelation: true,
        counts_cups: false,
    },
    PlanSketch {
        key: "office",
        name: "Office",
        description: "Beans, filters and a serviced machine, by the desk.",
        unit: "desks",
        euros: "12.5",
        interval: Interval::Month,
        per_seat: true,
        seats: SeatRange { min: 2, max: Some(60) },
        self_serve_cancelation: true,
        counts_cups: true,
    },
    PlanSketch {
        key: "roastery",
        name: "Roastery",
        description: "Green coffee to your own profile, with a named taster.",
        unit: "monthly subscription",
        euros: "740",
        interval: Interval::Month,
        per_seat: false,
        seats: SeatRange::ANY,
        self_serve_cancelation: true,
        counts_cups: false,
    },
    PlanSketch {
        key: "estate",
        name: "Estate",
        description: "A year's harvest of one farm, reserved for you.",
        unit: "annual reservation",
        euros: "9600",
        interval: Interval::Year,
        per_seat: false,
        seats: SeatRange::ANY,
        self_serve_cancelation: false,
        counts_cups: false,
    },
];

/// Plans nobody in the sample has yet: what there is to switch to.
pub(super) const OFFERS: [PlanSketch; 2] = [
    PlanSketch {
        key: "counter-yearly",
        name: "Counter, yearly",
        description: "Five kilos of the house blend a month, two months for free.",
        unit: "annual subscription",
        euros: "890",
        interval: Interval::Year,
        per_seat: false,
        seats: SeatRange::ANY,
        counts_cups: false,
        self_serve_cancelation: true,
    },
    PlanSketch {
        key: "bar",
        name: "Bar",
        description: "Fifteen kilos a month and a second grinder, for a busy one.",
        unit: "monthly subscription",
        euros: "219",
        interval: Interval::Month,
        per_seat: false,
        seats: SeatRange::ANY,
        counts_cups: false,
        self_serve_cancelation: true,
    },
];

/// Extras on an invoice, and their price in percent of the plan's.
pub(super) const EXTRAS: &[(&str, u32)] = &[
    ("Express delivery", 8),
    ("Barista training, half a day", 22),
    ("Single-origin Yirgacheffe, washed, 1 kg — roasted to order on the morning of dispatch", 31),
    ("Grinder service", 15),
    ("Oat drink, case of 12", 19),
];

/// A company's name; two may share a word, no two share a name.
pub(super) fn company(rng: &mut Rng, country: &Country, number: usize) -> String {
    let name = rng.choice(country.names).unwrap_or(&"");
    let form = rng.choice(country.forms).unwrap_or(&"");
    // The first of a kind has the plain name, later ones a branch number, as chains do.
    if number < country.names.len() {
        format!("{name} {form}")
    } else {
        format!("{name} {form} {}", number / 2 + 1)
    }
}

/// The name as part of an address, ASCII only.
pub(super) fn host(name: &str, number: usize) -> String {
    let plain = |letter| match letter {
        'á' | 'ä' => 'a',
        'ç' => 'c',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'ł' => 'l',
        'ó' | 'ö' => 'o',
        'ü' => 'u',
        'ż' | 'ź' => 'z',
        other => other,
    };
    let name = name.to_lowercase();
    let letters: String = name.chars().map(plain).filter(char::is_ascii_alphanumeric).take(20).collect();
    if letters.len() < 3 { format!("customer{number}") } else { letters }
}
