//! Which language a customer reads, and that it is all of the page.

use contract::api::CreatePortalSession;
use domain::{Customer, UsualReason};
use portico::store;
use reqwest::{Method, header};
use testkit::{Browser, Page, World, both_engines};

use crate::visiting::{link_with, visit};

both_engines!(
    pages_are_in_the_customers_language,
    a_session_says_its_language_before_the_customer,
    the_browser_is_asked_where_nobody_says,
    tags_of_languages_we_lack_are_passed_over,
    a_choice_lasts_as_long_as_the_visit,
    a_choice_is_one_of_ours,
    what_is_wrong_with_a_form_is_said_in_its_language,
    the_usual_reasons_are_asked_in_it_and_kept_in_one,
);

async fn speaking(world: &World, tag: &str) -> Customer {
    world.customer("Acme").locale(tag).insert().await
}

/// A page as a browser with these wishes gets it.
async fn asking(browser: &Browser, path: &str, wishes: &str) -> Page {
    browser.send(browser.request(Method::GET, path).header(header::ACCEPT_LANGUAGE, wishes)).await
}

fn is_in(page: &Page, tag: &str) -> bool {
    let direction = if tag == "ar" { "rtl" } else { "ltr" };
    page.body.contains(&format!("<html lang=\"{tag}\" dir=\"{direction}\">"))
}

async fn pages_are_in_the_customers_language(world: World) {
    let acme = speaking(&world, "ar").await;
    let browser = visit(&world, &acme).await;
    let home = asking(&browser, "/portal", "en-GB, en;q=0.8").await;
    assert!(is_in(&home, "ar") && home.says("كل شيء مدفوع"), "{}", home.text());
    for path in ["/portal/invoices", "/portal/subscriptions", "/portal/payment-methods", "/portal/nowhere"] {
        let page = browser.get(path).await;
        assert!(is_in(&page, "ar"), "{path}: {}", page.text());
    }
    let out = browser.submit(&home, "/portal/sign-out", &[]).await;
    assert!(is_in(&out, "ar") && out.says("تم تسجيل خروجك"), "{}", out.text());
}

async fn a_session_says_its_language_before_the_customer(world: World) {
    let acme = speaking(&world, "de").await;
    let french =
        CreatePortalSession { locale: Some("fr-CA".into()), ..CreatePortalSession::for_customer(acme.id) };
    let link = link_with(&world, french).await;
    let browser = world.browser();
    let door = browser.get(link.path()).await;
    assert!(is_in(&door, "fr") && door.says("Continuer vers la facturation"), "{}", door.text());
    let home = browser.open_link(&link).await;
    assert!(is_in(&home, "fr") && home.says("Tout est réglé"), "{}", home.text());
    let again = world.browser().get(link.path()).await;
    assert!(is_in(&again, "fr") && again.says("Ce lien a déjà été utilisé"), "{}", again.text());
}

async fn the_browser_is_asked_where_nobody_says(world: World) {
    let acme = speaking(&world, "und").await;
    let browser = visit(&world, &acme).await;
    for (wishes, tag) in [
        ("ja", "ja"),
        ("tlh, pl;q=0.7, it;q=0.9", "it"),
        ("nl-BE, en;q=0.5", "nl"),
        ("tlh", "en"),
        ("*", "en"),
        ("", "en"),
        (";;q=,,=;q=2, es;q=0.001", "es"),
    ] {
        let page = asking(&browser, "/portal", wishes).await;
        assert!(is_in(&page, tag), "{wishes}: {}", page.text());
    }
    let stranger = world.browser();
    let page = asking(&stranger, "/portal", "pt-PT").await;
    assert!(is_in(&page, "pt"), "{}", page.text());
    let page = asking(&stranger, "/portal/l/never-was", "es-MX").await;
    assert!(is_in(&page, "es") && page.says("Este enlace no funciona"), "{}", page.text());
}

async fn tags_of_languages_we_lack_are_passed_over(world: World) {
    let acme = speaking(&world, "gsw-CH").await;
    let browser = visit(&world, &acme).await;
    assert!(is_in(&asking(&browser, "/portal", "de-CH").await, "de"));
    let welsh =
        CreatePortalSession { locale: Some("cy".into()), ..CreatePortalSession::for_customer(acme.id) };
    let browser = world.browser();
    let home = browser.open_link(&link_with(&world, welsh).await).await;
    assert!(is_in(&home, "en"), "{}", home.text());
}

async fn a_choice_lasts_as_long_as_the_visit(world: World) {
    let acme = speaking(&world, "en").await;
    let browser = visit(&world, &acme).await;
    let paying = "/portal/payment-methods/new/card?then=pay";
    let card = browser.get(&format!("{paying}&notice=method_added")).await;
    let chosen = browser.submit(&card, "/portal/language", &[("language", "fr")]).await;
    assert_eq!(chosen.location(), paying, "it leads back to where it was chosen");
    let invoices = browser.get("/portal/invoices").await;
    let chosen = browser.submit(&invoices, "/portal/language", &[("language", "pl")]).await;
    assert_eq!(chosen.location(), "/portal/invoices");
    let invoices = browser.follow(&chosen).await;
    assert!(is_in(&invoices, "pl") && invoices.says("Faktury"), "{}", invoices.text());
    assert!(is_in(&asking(&browser, "/portal", "fr").await, "pl"));
    let other = visit(&world, &acme).await;
    assert!(is_in(&other.get("/portal").await, "en"), "another browser keeps its own");

    let home = browser.get("/portal").await;
    browser.submit(&home, "/portal/sign-out", &[]).await;
    let next = browser.open_link(&crate::visiting::link(&world, &acme).await).await;
    assert!(is_in(&next, "en"), "a new visit begins in its own language: {}", next.text());
}

async fn a_choice_is_one_of_ours(world: World) {
    let acme = speaking(&world, "de").await;
    let browser = visit(&world, &acme).await;
    let home = browser.get("/portal").await;
    for language in ["tlh", "", "de\r\nset-cookie: a=b", "<script>"] {
        let refused = browser.submit(&home, "/portal/language", &[("language", language)]).await;
        assert_eq!(refused.status, reqwest::StatusCode::CONFLICT, "{language:?}");
        assert!(is_in(&refused, "de") && refused.says("Diese Seite war nicht mehr aktuell"));
    }
    for place in [
        "https://evil.example/",
        "//evil.example/",
        "/portal//evil",
        "/portal/../x",
        "/portal?a=\r\nb",
        "/portalx",
        "/v1/plans",
    ] {
        let elsewhere = [("language", "it"), ("place", place)];
        let chosen = browser.submit(&home, "/portal/language", &elsewhere).await;
        assert_eq!(chosen.location(), "/portal", "{place} leads nowhere else");
    }
    let forged = browser.post("/portal/language", &[("language", "fr"), ("place", "/portal")]).await;
    assert!(!forged.status.is_redirection(), "a form of another's is refused: {}", forged.status);
    assert!(is_in(&browser.get("/portal").await, "it"));
}

async fn what_is_wrong_with_a_form_is_said_in_its_language(world: World) {
    let acme = speaking(&world, "es").await;
    let browser = visit(&world, &acme).await;
    let form = browser.get("/portal/payment-methods/new/card").await;
    let typed = [("number", "4242424242424241"), ("expiry", "1"), ("code", "12"), ("holder", "")];
    let page = browser.submit(&form, "/portal/payment-methods/new/card", &typed).await;
    for words in [
        "Revise los campos marcados.",
        "Este número de tarjeta tiene un error.",
        "Escriba el mes y el año como en la tarjeta, por ejemplo 04/31.",
        "El código de seguridad son las 3 cifras",
        "Escriba el nombre tal como consta en su banco.",
    ] {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    let real = [("number", "4111111111111111"), ("expiry", "04/31"), ("code", "123"), ("holder", "Ada")];
    let page = browser.submit(&form, "/portal/payment-methods/new/card", &real).await;
    assert!(page.says("Este portal solo acepta números de prueba"), "{}", page.text());
    let good = [("number", "4242424242424242"), ("expiry", "04/31"), ("code", "123"), ("holder", "Ada")];
    let added = browser.submit(&form, "/portal/payment-methods/new/card", &good).await;
    let list = browser.follow(&added).await;
    assert!(list.says("Visa que termina en 4242") && list.says("Caduca 04/2031"), "{}", list.text());
}

async fn the_usual_reasons_are_asked_in_it_and_kept_in_one(world: World) {
    let acme = speaking(&world, "de").await;
    let pro = world.plan("Pro", "49.00").await;
    let subscription = world.subscription(&acme, &pro).insert().await;
    let browser = visit(&world, &acme).await;
    let ask = browser.get(&format!("/portal/subscriptions/{}/cancel", subscription.id)).await;
    for usual in UsualReason::ALL {
        assert!(!ask.says(usual.as_str()), "{usual:?}: {}", ask.text());
    }
    assert!(ask.says("Es ist mir zu teuer") && ask.says("Ein anderer Grund"), "{}", ask.text());
    let picked = [("reason", UsualReason::Cost.as_str())];
    let done = browser.submit(&ask, "/portal/subscriptions/", &picked).await;
    assert!(done.status.is_redirection(), "{}", done.text());
    let mut conn = world.app.db.read().await.unwrap();
    let kept = store::subscriptions::find(&mut conn, &world.merchant.id, &subscription.id).await;
    let end = kept.unwrap().unwrap().cancelation.unwrap();
    assert_eq!(end.reason.as_deref(), Some("It costs too much"));
}
