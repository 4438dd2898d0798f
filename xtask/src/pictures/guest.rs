//! A new customer of the sample, who does what leaves traces: pays, changes, leaves and stays, moves, leaves for good.

use std::fs;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};

use super::portal::Portal;
use crate::demo::Access;

/// How long a mail or an invoice may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// A card of the sandbox whose bank asks the customer to confirm.
const CARD: [(&str, &str); 4] =
    [("number", "4000 0025 0000 3155"), ("expiry", "04/31"), ("code", "123"), ("holder", "Ada Lindqvist")];

const AT_THE_BANK: &str = "location.pathname.endsWith('/sandbox')";
const FROM_THE_BANK: &str = "!location.pathname.endsWith('/sandbox')";

pub(super) fn pages(portal: &Portal, access: &Access) -> Result<()> {
    let guest = Guest::arrive(access)?;
    let errand = json!({ "type": "payment_method_update", "after_completion": { "type": "confirmation" } });
    portal.enter(&guest.link(&json!({ "return_url": access.server_url, "flow": errand }))?)?;
    portal.follow("/new/card")?;
    portal.send(&CARD, "location.pathname.endsWith('/done')")?;
    portal.picture("done")?;

    portal.enter(&guest.link(&json!({}))?)?;
    let home = portal.address()?;
    let invoice = guest.owe_a_month("counter-eur")?;
    portal.go_to(&home)?;
    pay(portal)?;
    portal.go_to(&home)?;
    upgrade(portal, &plan(access, "bar-eur")?)?;
    portal.go_to(&home)?;
    cancel_and_stay(portal)?;
    portal.go_to(&home)?;
    move_mailbox(portal, &guest)?;
    portal.leave()?;
    portal.go_to(&home.replace("/portal", "/portal/withdraw"))?;
    withdraw(portal, &guest, &invoice)
}

/// What is due, with the bank's question, and what the overview says until it is answered.
fn pay(portal: &Portal) -> Result<()> {
    let home = portal.address()?;
    portal.follow("/portal/pay")?;
    portal.send(&[], AT_THE_BANK)?;
    portal.picture("bank")?;
    let bank = portal.address()?;
    portal.go_to(&home)?;
    portal.picture("waiting")?;
    portal.go_to(&bank)?;
    portal.send(&[], FROM_THE_BANK)?;
    portal.picture("paid")
}

/// A dearer plan, paid for at once.
fn upgrade(portal: &Portal, plan: &str) -> Result<()> {
    portal.follow("/subscriptions/sub_")?;
    portal.follow("/change")?;
    portal.ask(&format!("document.querySelector('[name=plan][value={plan}]').checked = true"))?;
    portal.send(&[], "location.pathname.includes('/changes/')")?;
    portal.picture("quote-to-pay")?;
    portal.send(&[], AT_THE_BANK)?;
    portal.send(&[], FROM_THE_BANK)?;
    portal.picture("changed-and-paid")
}

fn cancel_and_stay(portal: &Portal) -> Result<()> {
    portal.follow("/subscriptions/sub_")?;
    portal.follow("/cancel")?;
    portal.send(&[], "location.search.includes('notice')")?;
    portal.picture("canceled")?;
    portal.follow("/undo-cancel")?;
    portal.picture("undo-cancel")?;
    portal.send(&[], "location.search.includes('notice')")
}

/// A new address, which counts once its owner has confirmed it.
fn move_mailbox(portal: &Portal, guest: &Guest<'_>) -> Result<()> {
    portal.follow("/billing-details")?;
    portal.send(&[("email", "faktura@lindqvist.example")], "document.querySelector('main .notice')")?;
    portal.picture("billing-details-sent")?;
    portal.go_to(&guest.mailed("/portal/email/")?)?;
    portal.picture("confirm-email")?;
    portal.send(&[], "!document.querySelector('main form')")?;
    portal.picture("email-confirmed")
}

/// Without a session. The guests of earlier runs have the same address, so the number says who it is.
fn withdraw(portal: &Portal, guest: &Guest<'_>, invoice: &str) -> Result<()> {
    portal.picture("withdraw")?;
    let who = [("email", "faktura@lindqvist.example"), ("number", invoice)];
    portal.send(&who, "document.querySelector('[name=back]')")?;
    portal.picture("withdraw-check")?;
    portal.send(&[], "!document.querySelector('main form')")?;
    portal.picture("withdraw-received")?;
    portal.go_to(&guest.mailed("/portal/w/")?)?;
    portal.picture("withdraw-confirm")?;
    portal.send(&[], "!document.querySelector('main form')")?;
    portal.picture("withdraw-done")
}

fn plan(access: &Access, external_id: &str) -> Result<String> {
    let plans = access.read("v1/plans?limit=100")?;
    let plan = plans["data"].as_array().into_iter().flatten().find(|plan| plan["external_id"] == external_id);
    Ok(plan
        .and_then(|plan| plan["id"].as_str())
        .context("the sample is damaged; start over with --fresh")?
        .into())
}

struct Guest<'a> {
    access: &'a Access,
    id: String,
    /// RFC 3339 in UTC.
    created_at: String,
}

impl<'a> Guest<'a> {
    fn arrive(access: &'a Access) -> Result<Self> {
        let address =
            json!({ "line1": "Kungsgatan 8", "postal_code": "111 43", "city": "Stockholm", "country": "SE" });
        let wanted = json!({
            "name": "Lindqvist Rosteri AB",
            "email": "ada@lindqvist.example",
            "locale": "en",
            "address": address,
        });
        let made = access.create("v1/customers", &wanted)?;
        let text =
            |field: &str| made[field].as_str().map(str::to_owned).with_context(|| format!("no {field}"));
        Ok(Self { access, id: text("id")?, created_at: text("created_at")? })
    }

    /// Subscribes to a plan whose last month is over, and waits for the number of the next month's invoice, and until
    /// charging it by itself has failed.
    fn owe_a_month(&self, plan_name: &str) -> Result<String> {
        let plan = plan(self.access, plan_name)?;
        let period = last_month(&self.created_at)?;
        let wanted = json!({ "customer_id": self.id, "plan_id": plan, "seats": 1, "period": period });
        self.access.create("v1/subscriptions", &wanted)?;
        let invoices = format!("v1/invoices?customer_id={}", self.id);
        let number = until(self.access, "an invoice", || {
            let invoices = self.access.read(&invoices)?;
            Ok(invoices["data"][0]["number"].as_str().map(str::to_owned))
        })?;
        let payments = format!("v1/payments?customer_id={}", self.id);
        until(self.access, "the bank's question", || {
            let payments = self.access.read(&payments)?;
            Ok((payments["data"][0]["status"] == "failed").then_some(number.clone()))
        })
    }

    fn link(&self, wanted: &Value) -> Result<String> {
        let mut wanted = wanted.clone();
        wanted["customer_id"] = self.id.as_str().into();
        let made = self.access.create("v1/customer-portal-sessions", &wanted)?;
        Ok(made["url"].as_str().context("the server made no link")?.to_owned())
    }

    /// The link that has this in its address, of the mails to the guest, which the demo keeps as files.
    fn mailed(&self, part: &str) -> Result<String> {
        let is_link = |word: &&str| word.starts_with("http") && word.contains(part);
        until(self.access, "a mail with a link", || {
            for mail in fs::read_dir(&self.access.mail_directory)? {
                let mail = mail?;
                // Ids grow with time, whatever they are of: older mails went to the guests of earlier runs.
                if time_of(&mail.file_name().to_string_lossy()) < time_of(&self.id) {
                    continue;
                }
                // Lines of a mail are broken anywhere, marked by an equals sign.
                let text = fs::read_to_string(mail.path())?.replace("=\r\n", "").replace("=\n", "");
                if let Some(link) = text.split_whitespace().find(is_link) {
                    return Ok(Some(link.to_owned()));
                }
            }
            Ok(None)
        })
    }
}

/// From the first of the month before to the first of this one, by a moment of RFC 3339.
fn last_month(now: &str) -> Result<Value> {
    let mut parts = now.split('-');
    let mut part = || parts.next().and_then(|part| part.parse::<u16>().ok()).context("no date");
    let (year, month) = (part()?, part()?);
    let (year_before, month_before) = if month == 1 { (year - 1, 12) } else { (year, month - 1) };
    let first = |year: u16, month: u16| format!("{year}-{month:02}-01T00:00:00Z");
    Ok(json!({ "start": first(year_before, month_before), "end": first(year, month) }))
}

/// The part of an id that grows with time.
fn time_of(id: &str) -> Option<&str> {
    Some(id.split_once('_')?.1)
}

/// Looks, and looks again each time the log tells that something happened.
fn until<T>(access: &Access, what: &str, mut look: impl FnMut() -> Result<Option<T>>) -> Result<T> {
    let started = Instant::now();
    let mut known = access.read("v1/feed?limit=1")?["head"].take();
    loop {
        if let Some(found) = look()? {
            return Ok(found);
        }
        ensure!(started.elapsed() < PATIENCE, "{what} never came");
        known = access.read(&format!("v1/feed?limit=1&wait=10&after={known}"))?["head"].take();
    }
}
