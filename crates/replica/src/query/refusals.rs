//! *Why can't they?*: what a customer cannot do with a link made now, by the rules the portal obeys.
//!
//! In: the account, and the configuration that counts for it. Out: acts and reasons, in sentences.
//! Not here: that something lies in the nature of things, such as undoing what nobody did.

use contract::ipc::Refusal;
use domain::policy::{AccountAct, MethodAct, Policy, Reason, SubscriptionAct};
use domain::{
    CancelAt, CancelationMode, Configuration, LinkState, PaymentMethod, Plan, PortalLink, SessionSettings,
    Subscription, SubscriptionStatus,
};
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// All there is to look at.
pub(super) struct Account<'a> {
    pub(super) configuration: &'a Configuration,
    pub(super) subscriptions: &'a [Subscription],
    pub(super) plans: &'a [Plan],
    pub(super) payment_methods: &'a [PaymentMethod],
    pub(super) has_invoices: bool,
    pub(super) newest_link: Option<&'a PortalLink>,
    pub(super) zone: &'a TimeZone,
    pub(super) now: Timestamp,
}

/// Everything refused, acts refused for the same reasons in one line.
pub(super) fn all(account: &Account<'_>) -> Vec<Refusal> {
    let policy = Policy {
        configuration: account.configuration,
        session: SessionSettings::default(),
        today: account.now.to_zoned(account.zone.clone()).date(),
        zone: account.zone,
    };
    let mut all: Vec<Refusal> = access(account).into_iter().collect();
    all.extend(nothing_there(account, policy));
    all.extend(merged(
        None,
        AccountAct::ALL.iter().filter_map(|act| Some((act.title(), policy.account(*act).err()?))),
    ));
    let runs = |s: &&Subscription| s.status != SubscriptionStatus::Canceled;
    for subscription in account.subscriptions.iter().filter(runs) {
        let plan = account.plans.iter().find(|plan| plan.id == subscription.plan_id);
        let acts = SubscriptionAct::ALL.iter().filter(|act| is_sought(**act, subscription, account));
        let refused =
            acts.filter_map(|act| Some((act.title(), policy.subscription(*act, subscription, plan).err()?)));
        all.extend(merged(Some(&subscription.plan_name), refused));
    }
    let running = account.subscriptions.iter().any(|one| runs(&one));
    for method in account.payment_methods {
        let on_file = account.payment_methods.len();
        let acts = MethodAct::ALL.iter().filter(|act| **act != MethodAct::MakeDefault || !method.is_default);
        let refused =
            acts.filter_map(|act| Some((act.title(), policy.method(*act, method, on_file, running).err()?)));
        all.extend(merged(Some(&method.instrument.to_string()), refused));
    }
    all
}

/// Whether somebody would look for the act: what is not offered by its nature needs no reason.
fn is_sought(act: SubscriptionAct, subscription: &Subscription, account: &Account<'_>) -> bool {
    let offers = |when| match account.configuration.self_serve.cancelation_mode {
        CancelationMode::AtPeriodEnd => when == CancelAt::PeriodEnd,
        CancelationMode::Immediately => when == CancelAt::Now,
        CancelationMode::CustomerChooses => true,
    };
    match act {
        SubscriptionAct::Upgrade | SubscriptionAct::Downgrade => true,
        SubscriptionAct::ChangeSeats => subscription.price.per_seat,
        SubscriptionAct::UndoChange => subscription.pending_change.is_some(),
        SubscriptionAct::CancelAtPeriodEnd => offers(CancelAt::PeriodEnd),
        SubscriptionAct::CancelNow => offers(CancelAt::Now),
        SubscriptionAct::UndoCancel => subscription.is_ending(),
    }
}

/// Why the newest link does not let them in; nothing while it does.
fn access(account: &Account<'_>) -> Option<Refusal> {
    let at =
        |moment: Timestamp| moment.to_zoned(account.zone.clone()).strftime("%-d %b %Y, %H:%M").to_string();
    let why = match account.newest_link.map(|link| link.state(account.now)) {
        None => "No link has been made for this customer yet. Send one, or copy one.".to_owned(),
        Some(LinkState::Unused) => return None,
        Some(LinkState::Used { at: used }) => {
            format!("The newest link was opened on {}, and a link opens once. Send a new one.", at(used))
        }
        Some(LinkState::Expired { at: over }) => {
            format!("The newest link waited until {}, then it expired. Send a new one.", at(over))
        }
        Some(LinkState::Revoked { at: over }) => {
            format!("The newest link was revoked on {}. Send a new one.", at(over))
        }
        Some(LinkState::Superseded { at: over }) => {
            format!("A newer link took its place on {}. Send a new one.", at(over))
        }
    };
    Some(refusal(None, "Open the portal with a link", [why]))
}

/// What they may see, but there is none of.
fn nothing_there(account: &Account<'_>, policy: Policy<'_>) -> Vec<Refusal> {
    let may = |act| policy.account(act).is_ok();
    let invoices = (!account.has_invoices && may(AccountAct::ViewInvoices)).then(|| {
        let why = "No invoice has been issued to this customer yet.".to_owned();
        refusal(None, AccountAct::ViewInvoices.title(), [why])
    });
    let plan = (account.subscriptions.is_empty() && may(AccountAct::ViewSubscriptions)).then(|| {
        let why = "This customer has no subscription.".to_owned();
        refusal(None, AccountAct::ViewSubscriptions.title(), [why])
    });
    invoices.into_iter().chain(plan).collect()
}

/// Acts that are refused for the same reasons, as one.
fn merged<'a>(about: Option<&str>, refused: impl Iterator<Item = (&'a str, Vec<Reason>)>) -> Vec<Refusal> {
    let mut groups: Vec<(Vec<&str>, Vec<Reason>)> = Vec::new();
    for (title, reasons) in refused {
        match groups.iter_mut().find(|(_, others)| *others == reasons) {
            Some((titles, _)) => titles.push(title),
            None => groups.push((vec![title], reasons)),
        }
    }
    let tell = |(titles, reasons): (Vec<&str>, Vec<Reason>)| {
        refusal(about, &in_a_row(&titles), reasons.into_iter().map(Reason::for_staff))
    };
    groups.into_iter().map(tell).collect()
}

/// "Upgrade, downgrade, add or remove seats"
fn in_a_row(titles: &[&str]) -> String {
    let mut row = titles.first().copied().unwrap_or_default().to_owned();
    for title in titles.iter().skip(1) {
        let mut letters = title.chars();
        row.push_str(", ");
        row.extend(letters.next().into_iter().flat_map(char::to_lowercase));
        row.push_str(letters.as_str());
    }
    row
}

fn refusal(about: Option<&str>, act: &str, reasons: impl IntoIterator<Item = String>) -> Refusal {
    let about = about.map(str::to_owned);
    Refusal { about, act: act.to_owned(), reasons: reasons.into_iter().collect() }
}
