//! What must hold for every mail.

use domain::{Branding, Logo};
use portal_view::samples::mails;
use portal_view::{Language, Words};

const LINK: &str = "https://billing.merchant.example/portal/l/q3Zt0n9yVvX2kW8mB4cL6sR1dF7hJ5pA0eU_TgYxiNo";

fn branding() -> Branding {
    Branding {
        logo: Some(Logo { sha256: "ab12".to_owned(), media_type: "image/png".to_owned() }),
        ..Branding::default_for("Fernwood & Söhne")
    }
}

#[test]
fn html_and_text_bring_the_same_link_and_its_end() {
    for sample in mails() {
        let mail = (sample.mail)(Words::ENGLISH, &branding());
        assert_eq!(mail.html.contains(LINK), mail.text.contains(LINK), "{}", sample.name);
        if mail.text.contains(LINK) {
            let expiry = "expires at 15:42 CET on 14 Mar 2026, 1 hour after this mail was sent";
            assert!(mail.html.contains(expiry) && mail.text.contains(expiry), "{}", sample.name);
        }
    }
}

#[test]
fn mails_load_nothing_but_the_logo() {
    for sample in mails() {
        let mail = (sample.mail)(Words::ENGLISH, &branding());
        let loaded: Vec<_> =
            mail.html.split("src=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert_eq!(loaded, ["https://billing.merchant.example/portal/logo/ab12"], "{}", sample.name);
        assert!(!mail.html.contains("<script") && !mail.html.contains("<link"), "{}", sample.name);
    }
}

#[test]
fn the_plain_text_is_plain() {
    for sample in mails() {
        let mail = (sample.mail)(Words::ENGLISH, &branding());
        assert!(!mail.text.contains("&amp;") && !mail.text.contains('<'), "{}: {}", sample.name, mail.text);
        assert!(mail.text.contains("Fernwood & Söhne"), "{}", sample.name);
        assert!(mail.text.ends_with('\n') && !mail.text.contains('\r'), "{}", sample.name);
    }
}

#[test]
fn a_name_cannot_break_out_of_the_subject() {
    let branding = Branding::default_for("Acme\r\nBcc: everyone@example.org");
    for sample in mails() {
        let subject = (sample.mail)(Words::ENGLISH, &branding).subject;
        assert!(!subject.contains(['\r', '\n']), "{subject:?}");
    }
}

#[test]
fn what_is_overdue_comes_first() {
    let billing = mails().iter().find(|sample| sample.slug == "mail-billing").expect("a billing mail");
    let mail = (billing.mail)(Words::ENGLISH, &branding());
    assert_eq!(mail.subject, "Your billing with Fernwood & Söhne: an invoice is overdue");
    let at = |number| mail.text.find(number).expect("it is named");
    assert!(at("2026-0131") < at("2026-0177") && at("2026-0177") < at("2026-0214"));
    assert!(mail.text.contains("Of this, €365.25 is overdue."), "{}", mail.text);
    assert!(mail.text.contains("Due 3 Mar 2026, 11 days overdue"), "{}", mail.text);
}

#[test]
fn every_mail_is_in_the_language_of_its_words() {
    for sample in mails() {
        let in_language = |language| (sample.mail)(Words::of(language), &branding());
        let english = in_language(Language::En);
        for language in Language::ALL.into_iter().filter(|language| *language != Language::En) {
            let (name, mail) = (sample.name, in_language(language));
            let said = format!("lang=\"{}\" dir=\"{}\"", language.tag(), language.direction());
            // Mail programs drop what the document says of itself, so the sheet repeats it.
            assert_eq!(mail.html.matches(&said).count(), 2, "{name} in {language:?}");
            assert!(mail.subject != english.subject, "{name} in {language:?}: {}", mail.subject);
            for line in english.text.lines().filter(|line| line.contains(' ') && !line.starts_with("--")) {
                let own = line.starts_with("* ") || line.contains("Fernwood");
                assert!(own || !mail.text.contains(line), "{name} in {language:?} says {line:?}");
            }
        }
    }
}

#[test]
fn arabic_mails_run_from_right_to_left() {
    for sample in mails() {
        let mail = (sample.mail)(Words::of(Language::Ar), &branding());
        assert!(!mail.html.contains("align=\"left\" style=\"padding:0 4px"), "{}", sample.name);
        assert!(mail.html.contains("align=\"right\" style=\"padding:0 4px"), "{}", sample.name);
        assert!(!mail.html.contains(LINK) || mail.html.contains("dir=\"ltr\" style"), "{}", sample.name);
    }
}

#[test]
fn addresses_stand_alone_where_mail_programs_look_for_them() {
    for sample in mails() {
        for language in Language::ALL {
            let mail = (sample.mail)(Words::of(language), &branding());
            for line in mail.text.lines().filter(|line| line.contains("https://")) {
                assert!(
                    line.starts_with("https://") && line.is_ascii(),
                    "{} in {language:?}: {line}",
                    sample.name
                );
            }
        }
    }
}
