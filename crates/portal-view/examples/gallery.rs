//! Writes every sample page and mail, with the files they load, into a folder to look at:
//! `cargo run -p portal-view --example gallery -- target/gallery`, then serve that folder.

use std::path::Path;
use std::{env, fs, io};

use domain::{Branding, Color};
use maud::html;

fn main() -> io::Result<()> {
    let folder = env::args().nth(1).unwrap_or_else(|| "target/gallery".to_owned());
    let folder = Path::new(&folder);
    for asset in portal_view::ASSETS {
        write(folder, asset.path, asset.bytes)?;
    }
    let mut index = Vec::new();
    for (look, branding) in looks() {
        for sample in portal_view::samples::samples() {
            let path = format!("{look}/{}.html", sample.slug);
            write(folder, &path, (sample.page)(&branding).into_string().as_bytes())?;
            index.push((path, sample.name));
        }
        for sample in portal_view::samples::mails() {
            let mail = (sample.mail)(&branding);
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
    let ink =
        look("Ørsted Ink", color(0x0b, 0x12, 0x2b), color(0x5b, 0x5b, 0xf0), "Ørsted Ink ApS, København");
    [("forest", forest), ("lemon", lemon), ("ink", ink)]
}

fn write(folder: &Path, path: &str, bytes: &[u8]) -> io::Result<()> {
    let path = folder.join(path.trim_start_matches('/'));
    fs::create_dir_all(path.parent().unwrap_or(folder))?;
    fs::write(path, bytes)
}
