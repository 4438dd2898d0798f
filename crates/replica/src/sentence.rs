//! Events as sentences: for the activity lists, and for notices where somebody should look up.

use domain::{
    Actor, Cancelation, DeliveryState, Event, EventBody, InvoiceState, LinkPurpose, Mail, MailKind,
    MailState, PaymentMethodChange, RefundReason, Subscription, Terms,
};
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// What an activity list says about an event; `None` for the quiet steps of something told elsewhere.
///
/// `name` is the customer's, `zone` the merchant's.
pub(crate) fn activity(event: &Event, name: &str, zone: &TimeZone) -> Option<String> {
    let by_customer = event.actor == Actor::Customer;
    Some(match &event.body {
        EventBody::CustomerCreated { .. } => format!("{name} was added"),
        EventBody::CustomerUpdated { .. } => format!("The details of {name} changed"),
        EventBody::PlanSaved { plan } => format!("The plan {} was saved", plan.name),
        EventBody::MeterSaved { meter } => format!("The meter {} was saved", meter.name),
        EventBody::SubscriptionCreated { subscription } => {
            format!("{name} subscribed to {}", subscription.plan_name)
        }
        EventBody::SubscriptionActivated { subscription } => {
            let terms = agreed(&subscription.terms());
            if by_customer {
                format!("{name} changed to {terms}")
            } else {
                format!("The subscription of {name} is now {terms}")
            }
        }
        EventBody::SubscriptionChangeScheduled { subscription } => {
            let pending = subscription.pending_change.as_ref()?;
            let day = pending.effective_at.to_zoned(zone.clone()).strftime("%-d %b %Y");
            format!("{name} will change to {} on {day}", agreed(&pending.terms))
        }
        EventBody::SubscriptionRenewed { subscription } => {
            format!("{} of {name} was renewed", subscription.plan_name)
        }
        EventBody::SubscriptionSeatsAssigned { subscription } => {
            let assigned = subscription.assigned_seats;
            format!("{name} has {assigned} of {} given to people", agreed(&subscription.terms()))
        }
        EventBody::SubscriptionPastDue { subscription } => {
            format!("{} of {name} is past due", subscription.plan_name)
        }
        EventBody::SubscriptionRecovered { subscription } => {
            format!("{} of {name} is paid up again", subscription.plan_name)
        }
        EventBody::SubscriptionChangeRevoked { subscription } => {
            format!("{name} stays with {}", agreed(&subscription.terms()))
        }
        EventBody::SubscriptionCancelationScheduled { subscription } => {
            let plan = &subscription.plan_name;
            let day = last_day(subscription, zone);
            if by_customer {
                format!("{name} scheduled the cancellation of {plan}{day}")
            } else {
                format!("The cancellation of {plan} for {name} was scheduled{day}")
            }
        }
        EventBody::SubscriptionCancelationRevoked { subscription } => {
            let plan = &subscription.plan_name;
            if by_customer {
                format!("{name} took back the cancellation of {plan}")
            } else {
                format!("The cancellation of {plan} for {name} was taken back")
            }
        }
        EventBody::SubscriptionCanceled { subscription } => {
            let plan = &subscription.plan_name;
            if by_customer {
                format!("{name} cancelled {plan}")
            } else {
                format!("{plan} of {name} has ended")
            }
        }
        EventBody::InvoiceIssued { invoice } => {
            format!("Invoice {} over {} was issued to {name}", invoice.number, invoice.totals.total)
        }
        EventBody::InvoiceUpdated { invoice } => match invoice.state {
            InvoiceState::Paid => format!("{name} paid invoice {}", invoice.number),
            InvoiceState::Void => format!("Invoice {} to {name} was voided", invoice.number),
            InvoiceState::Open => {
                format!(
                    "Invoice {} to {name} changed: {} is left to pay",
                    invoice.number,
                    invoice.amount_due()
                )
            }
            InvoiceState::Draft => return None,
        },
        EventBody::InvoicePaid { invoice } => format!("{name} paid invoice {}", invoice.number),
        EventBody::PaymentUpdated { change, payment_method } => {
            let method = &payment_method.instrument;
            match change {
                PaymentMethodChange::Added => format!("{name} added a payment method: {method}"),
                PaymentMethodChange::Updated => format!("{name} updated a payment method: {method}"),
                PaymentMethodChange::MadeDefault => format!("{name} pays with {method} from now on"),
                PaymentMethodChange::Removed => format!("{name} removed a payment method: {method}"),
            }
        }
        EventBody::PaymentFailed { payment } => {
            format!("A payment of {} by {name} did not go through ({})", payment.amount, payment.method)
        }
        EventBody::PaymentRefunded { refund } => match refund.reason {
            RefundReason::ChangeOvertaken => format!(
                "{name} got {} back: the subscription had changed before the payment came",
                refund.amount
            ),
            RefundReason::TimeUnused => {
                format!("{name} got {} back for time not used after they canceled", refund.amount)
            }
            RefundReason::Overpaid => format!("{name} got {} back: it was more than was due", refund.amount),
        },
        EventBody::PaymentProgressed { .. } => return None,
        EventBody::PortalLinkCreated { link } => match link.purpose {
            LinkPurpose::Direct => format!("A portal link for {name} was made"),
            LinkPurpose::Recovery => format!("{name} asked for a new portal link"),
            // The mail that carries it tells.
            LinkPurpose::PortalLink | LinkPurpose::Billing | LinkPurpose::Notice => return None,
        },
        EventBody::PortalLinkWithdrawn { link } => match link.revoked_at {
            Some(_) => format!("A portal link of {name} was revoked"),
            None => format!("A portal link of {name} was replaced by a newer one"),
        },
        EventBody::PortalSessionOpened { .. } => format!("{name} opened their portal link"),
        EventBody::PortalFlowCompleted { .. } => format!("{name} did what their link was for"),
        EventBody::PortalSessionEnded { session } if session.revoked => {
            format!("The portal session of {name} was ended by staff")
        }
        EventBody::PortalSessionEnded { .. } => format!("{name} signed out of the portal"),
        EventBody::TestClockMoved { merchant } => {
            let day = |at: Timestamp| at.to_zoned(zone.clone()).strftime("%-d %b %Y").to_string();
            match merchant.test_clock.and_then(|clock| clock.moving_to) {
                Some(there) => format!("The test clock was sent to {}", day(there)),
                None => format!("The test clock has arrived at {}", day(event.timestamp)),
            }
        }
        EventBody::ConfigurationSaved { configuration } if configuration.is_default => {
            "The settings of the customer portal were saved".into()
        }
        EventBody::ConfigurationSaved { configuration } => {
            format!("The portal configuration {} was saved", configuration.name)
        }
        EventBody::ConfigurationDeleted { .. } => "A portal configuration was deleted".into(),
        EventBody::BrandingSaved { .. } => "The branding was saved".into(),
        EventBody::MailUpdated { mail } => return of_mail(mail),
        EventBody::WebhookEndpointSaved { endpoint } => {
            let host = endpoint.url.host_str().unwrap_or("an endpoint");
            match &endpoint.disabled_reason {
                Some(reason) if !endpoint.enabled => format!("Webhooks to {host} were turned off: {reason}"),
                _ => format!("The webhook endpoint at {host} was saved"),
            }
        }
        EventBody::WebhookEndpointDeleted { .. } => "A webhook endpoint was removed".into(),
        EventBody::WebhookSettled { delivery } => match delivery.state {
            DeliveryState::GivenUp { .. } => format!(
                "The webhook {} could not be delivered after {} tries",
                delivery.event_type.as_str(),
                delivery.attempts
            ),
            DeliveryState::Delivered { .. } | DeliveryState::Pending { .. } => return None,
        },
    })
}

/// Whether an event is worth looking up for: customers acting, and things that went wrong.
/// What staff did themselves is not news to them.
pub(crate) fn is_notice(event: &Event) -> bool {
    let by_staff = matches!(event.actor, Actor::Merchant { .. });
    match &event.body {
        EventBody::PortalSessionOpened { .. } => true,
        EventBody::SubscriptionCancelationScheduled { .. }
        | EventBody::SubscriptionActivated { .. }
        | EventBody::SubscriptionPastDue { .. }
        | EventBody::SubscriptionRecovered { .. }
        | EventBody::SubscriptionChangeScheduled { .. }
        | EventBody::SubscriptionChangeRevoked { .. }
        | EventBody::SubscriptionCancelationRevoked { .. }
        | EventBody::SubscriptionCanceled { .. } => !by_staff,
        EventBody::InvoiceUpdated { invoice } => invoice.state == InvoiceState::Paid && !by_staff,
        EventBody::InvoicePaid { .. }
        | EventBody::PaymentFailed { .. }
        | EventBody::PaymentRefunded { .. } => !by_staff,
        EventBody::MailUpdated { mail } => matches!(mail.state, MailState::Failed { .. }),
        EventBody::WebhookEndpointSaved { endpoint } => {
            !endpoint.enabled && endpoint.disabled_reason.is_some()
        }
        EventBody::WebhookSettled { delivery } => matches!(delivery.state, DeliveryState::GivenUp { .. }),
        EventBody::CustomerCreated { .. }
        | EventBody::CustomerUpdated { .. }
        | EventBody::PlanSaved { .. }
        | EventBody::MeterSaved { .. }
        | EventBody::SubscriptionCreated { .. }
        | EventBody::SubscriptionRenewed { .. }
        | EventBody::SubscriptionSeatsAssigned { .. }
        | EventBody::TestClockMoved { .. }
        | EventBody::InvoiceIssued { .. }
        | EventBody::PaymentUpdated { .. }
        | EventBody::PaymentProgressed { .. }
        | EventBody::PortalLinkCreated { .. }
        | EventBody::PortalLinkWithdrawn { .. }
        | EventBody::PortalFlowCompleted { .. }
        | EventBody::PortalSessionEnded { .. }
        | EventBody::ConfigurationSaved { .. }
        | EventBody::ConfigurationDeleted { .. }
        | EventBody::BrandingSaved { .. }
        | EventBody::WebhookEndpointDeleted { .. } => false,
    }
}

fn of_mail(mail: &Mail) -> Option<String> {
    let what = match mail.kind {
        MailKind::PortalLink | MailKind::Recovery => "Portal link",
        MailKind::Billing => "Billing email",
        MailKind::SubscriptionChanged => "Confirmation",
        MailKind::PaymentReceipt => "Receipt",
        MailKind::InvoiceIssued => "Invoice",
        MailKind::PaymentFailed => "Notice of a failed payment",
        MailKind::TrialEnding => "Notice of a trial's end",
        MailKind::EmailConfirmation => "Confirmation of a new address",
        MailKind::CancelationRequested => "Receipt of a cancellation",
        MailKind::EndpointDisabled => "Note about a webhook endpoint that was turned off",
        MailKind::EmailChanged => "Notice of a new address",
    };
    let to = &mail.to;
    let why = mail.last_error.as_deref().unwrap_or("the mail server did not say why");
    match mail.state {
        MailState::Sent { .. } => Some(format!("{what} sent to {to}")),
        MailState::Failed { .. } => Some(format!("{what} to {to} could not be delivered: {why}")),
        // Its first wait is short and tells nothing.
        MailState::Queued { .. } if mail.attempts == 0 => None,
        MailState::Queued { .. } => Some(format!("{what} to {to} is delayed and will be tried again: {why}")),
    }
}

/// ` for 14 Mar 2026`: the day a cancellation takes effect.
fn last_day(subscription: &Subscription, zone: &TimeZone) -> String {
    let day =
        |end: &Cancelation| end.effective_at.to_zoned(zone.clone()).strftime(" for %-d %b %Y").to_string();
    subscription.cancelation.as_ref().map(day).unwrap_or_default()
}

/// `Growth` or `Growth with 12 seats`
fn agreed(terms: &Terms) -> String {
    match (terms.price.per_seat, terms.seats) {
        (false, _) => terms.plan_name.clone(),
        (true, 1) => format!("{} with 1 seat", terms.plan_name),
        (true, seats) => format!("{} with {seats} seats", terms.plan_name),
    }
}
