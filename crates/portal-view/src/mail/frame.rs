//! The sheet every mail is written on. Mail programs know tables and inline styles, so it uses both.
//!
//! In: a [`Letter`]. Out: HTML and plain text that say the same, in the same order.
//! Not here: what a letter says.

use domain::{Branding, Color};
use maud::{DOCTYPE, Markup, html};
use url::Url;
use words::{Language, Words, say, say_markup};

use super::{Letterhead, MailText, MailedLink, one_line};
use crate::Theme;

/// A mail before it is laid out.
pub(super) struct Letter<'a> {
    pub(super) subject: String,
    /// The line mail programs show beside the subject.
    pub(super) preheader: String,
    pub(super) heading: String,
    pub(super) body: Vec<Block>,
    pub(super) link: Option<(String, MailedLink<'a>)>,
    /// What to do if one did not expect it.
    pub(super) closing: String,
}

/// A part of a letter.
pub(super) enum Block {
    Paragraph(String),
    /// A sentence and the address it ends in, on a line of its own.
    Address(String, Url),
    /// Names and values, such as a receipt's.
    Rows(Vec<Row>),
}

/// A line of a receipt.
pub(super) struct Row {
    pub(super) name: String,
    pub(super) note: String,
    pub(super) value: String,
    pub(super) urgent: bool,
}

/// Where lines begin and end. Said outright, because mail programs drop what the document says of itself.
#[derive(Clone, Copy)]
struct Sides {
    direction: &'static str,
    start: &'static str,
    end: &'static str,
}

impl Sides {
    fn of(language: Language) -> Self {
        let direction = language.direction();
        let (start, end) = if direction == "rtl" { ("right", "left") } else { ("left", "right") };
        Self { direction, start, end }
    }
}

impl Letter<'_> {
    pub(super) fn lay_out(&self, head: &Letterhead<'_>) -> MailText {
        MailText {
            subject: one_line(&self.subject),
            html: self.html(head).into_string(),
            text: self.text(head),
        }
    }

    fn html(&self, head: &Letterhead<'_>) -> Markup {
        let palette = Theme::from(head.branding).light;
        let (tag, sides) = (head.words.language().tag(), Sides::of(head.words.language()));
        html! {
            (DOCTYPE)
            html lang=(tag) dir=(sides.direction) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light";
                    meta name="format-detection" content="telephone=no, date=no, address=no, email=no";
                    title { (one_line(&self.subject)) }
                }
                body style={ "margin:0;padding:0;background:#f7f6f3;color:#1c1a17;" (FONT) } {
                    div style="display:none;max-height:0;overflow:hidden;mso-hide:all" {
                        (self.preheader)
                        // Keeps mail programs from filling the preview line with what follows.
                        (maud::PreEscaped("&#8199;&#847; ".repeat(60)))
                    }
                    table role="presentation" lang=(tag) dir=(sides.direction) width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#f7f6f3" {
                        tr { td align="center" style="padding:32px 16px" {
                            table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:520px" {
                                tr { td align=(sides.start) style="padding:0 4px 20px" { (mark(head.branding, head.public_url)) } }
                                tr { td align=(sides.start) style={ "background:#ffffff;border:1px solid #e4e1da;border-top:4px solid " (palette.column) ";border-radius:10px;padding:32px 28px" } {
                                    h1 style="margin:0 0 16px;font-size:20px;line-height:28px;font-weight:600;letter-spacing:-0.01em" { (self.heading) }
                                    @for block in &self.body { (block.html(sides)) }
                                    @if let Some((says, link)) = &self.link { (button(says, link, head, palette.button, palette.on_button, palette.button_edge)) }
                                    p style="margin:24px 0 0;padding-top:16px;border-top:1px solid #e4e1da;font-size:13px;line-height:20px;color:#615c53" { (self.closing) }
                                } }
                                tr { td align=(sides.start) style="padding:20px 4px 0;font-size:12px;line-height:20px;color:#615c53" { (foot(head)) } }
                            }
                        } }
                    }
                }
            }
        }
    }

    fn text(&self, head: &Letterhead<'_>) -> String {
        let mut parts = vec![self.heading.clone()];
        let words = head.words;
        parts.extend(self.body.iter().map(|block| block.text(words)));
        if let Some((says, link)) = &self.link {
            let label = say!(words, "mail-link-text", button = says);
            parts.push(format!("{label}\n{}\n\n{}", link.url, link.expiry(words, head.reader_zone)));
        }
        parts.push(self.closing.clone());
        let branding = head.branding;
        let mut foot = vec![branding.business_name.clone()];
        let email = branding.support_email.as_ref();
        foot.extend(email.map(|email| say!(words, "mail-questions", email = email.to_string())));
        foot.extend(branding.footer_text.lines().map(str::to_owned).filter(|line| !line.trim().is_empty()));
        // "-- " on a line of its own tells mail programs that the signature starts.
        format!("{}\n\n-- \n{}\n", parts.join("\n\n"), foot.join("\n"))
    }
}

const FONT: &str = "font-family:Inter,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:15px;line-height:24px;-webkit-text-size-adjust:100%";

impl Block {
    fn html(&self, sides: Sides) -> Markup {
        let name_style = match sides.end {
            "right" => "padding:12px 12px 12px 0;border-top:1px solid #e4e1da",
            _ => "padding:12px 0 12px 12px;border-top:1px solid #e4e1da",
        };
        html! {
            @match self {
                Self::Paragraph(says) => p style="margin:0 0 16px" { (says) },
                Self::Address(says, url) => p style="margin:0 0 16px" {
                    (says) br;
                    a href=(url) dir="ltr" style="color:#615c53;word-break:break-all" { (url) }
                },
                Self::Rows(rows) => {
                    table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:4px 0 20px" {
                        @for row in rows {
                            tr {
                                td align=(sides.start) style=(name_style) {
                                    (row.name)
                                    @if !row.note.is_empty() {
                                        br;
                                        span style={ "font-size:13px;line-height:20px;color:" (if row.urgent { "#a8281f" } else { "#615c53" }) } { (row.note) }
                                    }
                                }
                                td align=(sides.end) valign="top" style="padding:12px 0;border-top:1px solid #e4e1da;font-weight:600;overflow-wrap:anywhere;font-variant-numeric:tabular-nums" { (row.value) }
                            }
                        }
                    }
                }
            }
        }
    }

    fn text(&self, words: Words) -> String {
        match self {
            Self::Paragraph(says) => says.clone(),
            Self::Address(says, url) => format!("{says}\n{url}"),
            Self::Rows(rows) => rows.iter().map(|row| row.text(words)).collect::<Vec<_>>().join("\n"),
        }
    }
}

impl Row {
    /// A line that only states something.
    pub(super) fn new(name: String, value: String) -> Self {
        Self { name, note: String::new(), value, urgent: false }
    }

    fn text(&self, words: Words) -> String {
        let Self { name, note, value, .. } = self;
        let line = match note.is_empty() {
            true => say!(words, "mail-row-text", name = name, value = value),
            false => say!(words, "mail-row-text-noted", name = name, note = note, value = value),
        };
        format!("* {line}")
    }
}

/// The logo by its full address, or the name where there is none.
fn mark(branding: &Branding, public_url: &Url) -> Markup {
    html! {
        @if let Some(logo) = &branding.logo {
            @let base = public_url.as_str().trim_end_matches('/');
            img src={ (base) (logo.path()) } alt=(branding.business_name) height="36"
                style="display:block;height:36px;width:auto;max-width:240px;border:0;font-size:16px;font-weight:600";
        } @else {
            span dir="auto" style="font-size:16px;font-weight:600" { (branding.business_name) }
        }
    }
}

/// A button all mail programs can draw, then the address itself for those who rather copy it.
fn button(
    says: &str,
    link: &MailedLink<'_>,
    head: &Letterhead<'_>,
    ground: Color,
    ink: Color,
    edge: Color,
) -> Markup {
    html! {
        table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 20px" {
            tr { td bgcolor=(ground) style={ "background:" (ground) ";border-radius:8px" } {
                a href=(link.url) style={ "display:inline-block;padding:11px 20px;border:1px solid " (edge) ";border-radius:8px;color:" (ink) ";font-weight:600;text-decoration:none" } { (says) }
            } }
        }
        p style="margin:0 0 12px;font-size:13px;line-height:20px;color:#615c53" { (link.expiry(head.words, head.reader_zone)) }
        p style="margin:0;font-size:13px;line-height:20px;color:#615c53" {
            (say!(head.words, "mail-link-copy")) br;
            a href=(link.url) dir="ltr" style="color:#615c53;word-break:break-all" { (link.url) }
        }
    }
}

fn foot(head: &Letterhead<'_>) -> Markup {
    let branding = head.branding;
    html! {
        strong dir="auto" style="font-weight:600" { (branding.business_name) }
        @if let Some(email) = &branding.support_email {
            @let address = html! { a href={ "mailto:" (email) } style="color:#615c53" { (email) } };
            br; (say_markup!(head.words, "mail-questions", email = address))
        }
        @for line in branding.footer_text.lines().filter(|line| !line.trim().is_empty()) { br; span dir="auto" { (line) } }
    }
}
