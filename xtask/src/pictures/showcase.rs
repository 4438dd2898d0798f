//! The pages of the sample's showcase customer, left as they were found, so that they are the same each time.

use anyhow::Result;

use super::portal::{PHONE, Portal};

/// Name of the picture, links that lead to the page before from the portal's home, and the link to follow there.
const SCENES: [(&str, &[&str], &str); 9] = [
    ("invoice", &[], "/invoices/inv_"),
    ("pay", &[], "/portal/pay"),
    ("add-card", &["/portal/pay"], "/new/card"),
    ("add-bank-account", &["/payment-methods"], "/new/bank-account"),
    ("edit-card", &["/payment-methods"], "/payment-methods/pm_"),
    ("remove-card", &["/payment-methods"], "/remove"),
    ("subscription", &[], "/subscriptions/sub_"),
    ("cancel", &["/subscriptions/sub_"], "/cancel"),
    ("change", &["/subscriptions/sub_"], "/change"),
];

pub(super) fn pages(portal: &Portal, link: &str) -> Result<()> {
    portal.go_to(link)?;
    portal.picture("link")?;
    portal.enter(link)?;
    let home = portal.address()?;
    portal.ask("document.querySelector('details.menu').open = true")?;
    portal.picture_on(PHONE, "menu")?;
    let places = "[...document.querySelectorAll('nav.places a')].map(place => place.href)";
    let places = serde_json::from_value::<Vec<String>>(portal.ask(&format!("return {places}"))?)?;
    for place in &places {
        portal.go_to(place)?;
        let last = place.rsplit('/').find(|part| !part.is_empty());
        portal.picture(last.filter(|part| *part != "portal").unwrap_or("home"))?;
    }
    for (name, before, link) in SCENES {
        portal.go_to(&home)?;
        before.iter().try_for_each(|link| portal.follow(link))?;
        portal.follow(link)?;
        portal.picture(name)?;
    }
    change_of_mind(portal)?;
    // Whoever is let in already is led past a used link; a stranger meets a closed door.
    portal.leave()?;
    portal.go_to(link)?;
    portal.picture("link-used")
}

/// From the choice of plans on: the change that any customer may make, even one who owes, because it begins when
/// the period ends; and back.
fn change_of_mind(portal: &Portal) -> Result<()> {
    portal.send(&[("seats", "3")], "location.pathname.includes('/changes/')")?;
    portal.picture("quote")?;
    portal.send(&[], "!document.querySelector('main form')")?;
    portal.picture("changed")?;
    portal.follow("/subscriptions/sub_")?;
    portal.follow("/undo-change")?;
    portal.picture("undo-change")?;
    portal.send(&[], "location.search.includes('notice')")
}
