//! `docs/events.md`: every event a webhook carries, with an example whose JSON is frozen here.

use std::fmt::Write as _;

use domain::{
    Actor, AfterCompletion, CancelAt, Customer, Decline, Errand, Event, EventBody, EventId, EventType, Flow,
    InitialPage, LinkId, LinkPurpose, NewId, PaymentMethodChange, PaymentStatus, PendingChange, PortalLink,
    PortalSession, Refund, RefundId, RefundReason, SessionId, SessionMinutes, SessionSettings,
    SubscriptionStatus, Terms,
};
use expect_test::expect_file;
use jiff::ToSpan as _;
use portal_view::samples::SampleAccount;
use serde_json::Value;
use testkit::{Engine, World};

const BEGINNING: &str = "\
# Events

What Portico posts to webhook endpoints, one event a request. The same events, in the same shape, are in the feed
(`GET /v1/feed`). Headers and signatures are those of [Standard Webhooks](https://www.standardwebhooks.com).

- `id` is the event's own: an event that arrives twice has it twice.
- `sequence` is the merchant's running number, in commit order and without gaps. An event may arrive late; of two about
  the same noun, the one with the higher number is newer.
- `actor` is who did it: `customer`, `merchant` (with the id of the API key) or `system`.
- `data` holds the whole new state of its noun, so that no event needs the one before it.
- What `portico import` brings is in the feed and in no webhook: ten years of invoices are no news to whoever wrote them.
  What follows from it here, such as a subscription that recovers because its invoice was paid elsewhere, is in both.

New fields may be added to any object; fields are never removed, and their meaning stays.
";

fn id<Id: NewId>(n: u8) -> Id {
    Id::new(jiff::Timestamp::UNIX_EPOCH, [0, 0, 0, 0, 0, 0, 0, 0, 0, n])
}

/// A link of the sample customer, for an errand.
fn link(account: &SampleAccount) -> PortalLink {
    PortalLink {
        id: id::<LinkId>(1),
        customer_id: account.customer.id.clone(),
        purpose: LinkPurpose::Direct,
        created_by: Actor::Merchant { api_key: id(1) },
        created_at: account.now,
        expires_at: account.now + 1.hour(),
        used_at: None,
        revoked_at: None,
        superseded_at: None,
        session_minutes: SessionMinutes::DEFAULT,
        initial_page: InitialPage::Home,
        flow: Some(Flow {
            errand: Errand::PaymentMethodUpdate {},
            after_completion: AfterCompletion::Redirect {
                return_url: "https://app.acme.example/billing".parse().unwrap(),
            },
        }),
        return_url: Some("https://app.acme.example/account".parse().unwrap()),
        locale: Some("de".to_owned()),
        configuration_id: None,
        settings: SessionSettings::default(),
    }
}

fn session(account: &SampleAccount) -> PortalSession {
    let link = link(account);
    PortalSession {
        id: id::<SessionId>(1),
        link_id: link.id,
        customer_id: link.customer_id,
        opened_at: account.now,
        expires_at: account.now + 1.hour(),
        last_seen_at: account.now,
        ended_at: None,
        revoked: false,
        initial_page: link.initial_page,
        flow: link.flow,
        flow_completed_at: None,
        return_url: link.return_url,
        locale: link.locale,
        configuration_id: None,
        settings: link.settings,
    }
}

/// An example of a public event; none of those that stay inside.
fn example(kind: EventType) -> Option<EventBody> {
    let account = SampleAccount::default();
    let subscription = account.subscriptions[0].clone();
    let scheduled = || {
        let reason = Some("It costs too much".to_owned());
        subscription.clone().cancel(CancelAt::PeriodEnd, Actor::Customer, reason, account.now).unwrap()
    };
    let waiting = || {
        let plan = &account.plans[2];
        PendingChange {
            terms: Terms {
                plan_id: plan.id.clone(),
                plan_name: plan.name.clone(),
                price: plan.price.clone(),
                seats: 1,
            },
            effective_at: subscription.period.end,
            requested_at: account.now,
            requested_by: Actor::Customer,
        }
    };
    Some(match kind {
        EventType::CustomerUpdated => {
            let time_zone = Some("America/New_York".parse().unwrap());
            EventBody::CustomerUpdated { customer: Customer { time_zone, ..account.customer } }
        }
        EventType::SubscriptionActivated => EventBody::SubscriptionActivated { subscription },
        EventType::SubscriptionPastDue => {
            let mut subscription = subscription.clone();
            subscription.status = SubscriptionStatus::PastDue;
            EventBody::SubscriptionPastDue { subscription }
        }
        EventType::SubscriptionRecovered => EventBody::SubscriptionRecovered { subscription },
        EventType::SubscriptionChangeScheduled => {
            let mut subscription = subscription.clone();
            subscription.pending_change = Some(waiting());
            EventBody::SubscriptionChangeScheduled { subscription }
        }
        EventType::SubscriptionChangeRevoked => EventBody::SubscriptionChangeRevoked { subscription },
        EventType::SubscriptionCancelationScheduled => scheduled().1,
        EventType::SubscriptionCancelationRevoked => scheduled().0.undo_cancel(&Actor::Customer).unwrap().1,
        EventType::SubscriptionCanceled => {
            EventBody::SubscriptionCanceled { subscription: account.subscriptions[2].clone() }
        }
        EventType::InvoiceIssued => EventBody::InvoiceIssued { invoice: account.invoices[0].clone() },
        EventType::InvoicePaid => EventBody::InvoicePaid { invoice: account.invoices[3].clone() },
        EventType::PaymentUpdated => EventBody::PaymentUpdated {
            change: PaymentMethodChange::Added,
            payment_method: account.payment_methods[0].clone(),
        },
        EventType::PaymentFailed => {
            let failed = PaymentStatus::Failed { reason: Decline::Declined };
            EventBody::PaymentFailed { payment: account.payments(&[failed]).remove(0).0 }
        }
        EventType::PaymentRefunded => {
            let payment = account.payments(&[PaymentStatus::Succeeded]).remove(0).0;
            let refund = Refund {
                id: id::<RefundId>(1),
                customer_id: payment.customer_id,
                payment_id: payment.id,
                amount: payment.amount,
                reason: RefundReason::ChangeOvertaken,
                created_at: account.now,
                settled_at: Some(account.now),
            };
            EventBody::PaymentRefunded { refund }
        }
        EventType::PortalLinkCreated => EventBody::PortalLinkCreated { link: link(&account) },
        EventType::PortalSessionOpened => {
            let used = PortalLink { used_at: Some(account.now), ..link(&account) };
            EventBody::PortalSessionOpened { link: used, session: session(&account) }
        }
        _ => return None,
    })
}

#[test]
fn every_public_event_is_documented_with_an_example() {
    let account = SampleAccount::default();
    let mut document = BEGINNING.to_owned();
    for (kind, n) in EventType::ALL.iter().filter(|kind| kind.is_public()).zip(1..) {
        let body = example(*kind).unwrap_or_else(|| panic!("{} is public: give an example", kind.as_str()));
        assert_eq!(body.event_type(), *kind);
        let actor = if n % 3 == 0 { Actor::System } else { Actor::Customer };
        let event =
            Event { id: id::<EventId>(n), sequence: 100 + i64::from(n), timestamp: account.now, actor, body };
        let json = serde_json::to_value(&event).unwrap();
        let again: Event = serde_json::from_value(json.clone()).unwrap();
        assert_eq!(again, event, "what is sent can be read");
        let pretty = serde_json::to_string_pretty(&json).unwrap();
        let (name, says) = (kind.as_str(), kind.description());
        write!(document, "\n## `{name}`\n\n{says}\n\n```json\n{pretty}\n```\n").unwrap();
    }
    expect_file!["../../docs/events.md"].assert_eq(&document);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_api_describes_what_it_posts() {
    let world = World::start(Engine::Sqlite).await;
    let document = world.browser().get("/openapi.json").await.body;
    let document: Value = serde_json::from_str(&document).unwrap();
    let described: Vec<&String> = document["webhooks"].as_object().unwrap().keys().collect();
    let mut public: Vec<&str> =
        EventType::ALL.iter().filter(|kind| kind.is_public()).map(|kind| kind.as_str()).collect();
    public.sort_unstable();
    assert_eq!(described, public);
    assert!(document["components"]["schemas"]["Event"].is_object(), "what webhooks refer to is there");
}
