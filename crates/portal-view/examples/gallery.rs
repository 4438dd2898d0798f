//! Writes every sample page and mail, with the files they load, into a folder to look at:
//! `cargo run -p portal-view --example gallery -- target/gallery ar`, then serve that folder.

use std::path::Path;
use std::{env, fs, io};

use domain::{Branding, Color, Logo};
use maud::html;
use portal_view::{Language, Words};

fn main() -> io::Result<()> {
    let folder = env::args().nth(1).unwrap_or_else(|| "target/gallery".to_owned());
    let folder = Path::new(&folder);
    for asset in portal_view::ASSETS {
        write(folder, asset.path, asset.bytes)?;
    }
    let words = Words::of(Language::first_of([env::args().nth(2).as_deref()]));
    let mut index = Vec::new();
    for (look, branding) in looks() {
        if let Some(logo) = &branding.logo {
            write(folder, &logo.path(), LOGO.as_bytes())?;
        }
        for sample in portal_view::samples::samples() {
            let path = format!("{look}/{}.html", sample.slug);
            write(folder, &path, (sample.page)(words, &branding).into_string().as_bytes())?;
            index.push((path, sample.name));
        }
        for sample in portal_view::samples::mails() {
            let mail = (sample.mail)(words, &branding);
            let path = format!("{look}/{}.html", sample.slug);
            write(folder, &path, mail.html.as_bytes())?;
            let text = format!("Subject: {}\n\n{}", mail.subject, mail.text);
            write(folder, &format!("{look}/{}.txt", sample.slug), text.as_bytes())?;
            index.push((path, sample.name));
        }
    }
    let list = html! { ul { @for (path, name) in &index { li { a href=(path) { (path) ": " (name) } } } } };
    write(folder, "index.html", list.into_string().as_bytes())
}

/// A mark in the colour of the column it stands on, which is what logos tend to be.
const LOGO: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 32"><g fill="#0b122b"><circle cx="16" cy="16" r="12"/><path d="M38 8h8v16h-8zM52 8h22v6H52zM52 18h16v6H52zM80 8h8v16h-8zM94 8h22v16H94z"/></g></svg>"##;

/// Merchants with tastes that differ.
fn looks() -> [(&'static str, Branding); 3] {
    let color = |red, green, blue| Color { red, green, blue };
    let look = |name: &str, primary_color, accent_color, footer: &str| Branding {
        primary_color,
        accent_color,
        footer_text: footer.to_owned(),
        support_email: "billing@merchant.example".parse().ok(),
        ..Branding::default_for(name)
    };
    let forest = look(
        "Fernwood Software",
        color(0x2f, 0x5d, 0x50),
        color(0x2f, 0x5d, 0x50),
        "Fernwood Software GmbH, Am Sandtorkai 50, 20457 Hamburg\nHRB 123456, VAT DE 811 907 980",
    );
    let lemon = look("Lemonade & Söhne", color(0xff, 0xd6, 0x0a), color(0xe8, 0x59, 0x0c), "");
    let mut ink =
        look("Ørsted Ink", color(0x0b, 0x12, 0x2b), color(0x5b, 0x5b, 0xf0), "Ørsted Ink ApS, København");
    ink.logo = Some(Logo { sha256: "sample.svg".to_owned(), media_type: "image/svg+xml".to_owned() });
    [("forest", forest), ("lemon", lemon), ("ink", ink)]
}

fn write(folder: &Path, path: &str, bytes: &[u8]) -> io::Result<()> {
    let path = folder.join(path.trim_start_matches('/'));
    fs::create_dir_all(path.parent().unwrap_or(folder))?;
    fs::write(path, bytes)
}
