//! The parts of the form but the way customers leave: switches, self-serve, details, sessions, help.

use domain::{BillingField, Feature, Plan};
use yew::prelude::*;

use super::choices::SwitchablePlans;
use super::part::{Line, PartProps};
use crate::components::section::Section;

/// Minutes one click sets.
const PRESETS: [(u16, &str); 4] = [(15, "15 minutes"), (60, "1 hour"), (240, "4 hours"), (1440, "24 hours")];

/// The seven switches.
#[component]
pub(crate) fn Features(part: &PartProps) -> Html {
    html! {
        <Section id="features" title="What customers can do" lead="Each switch takes its part of the portal away as if it had never been there.">
            { for Feature::ALL.into_iter().map(|feature| {
                let (id, reason) = words(feature);
                let on = part.draft.configuration.features.get(feature);
                part.switch(id, feature.title(), reason, on, move |draft, on| draft.configuration.features.set(feature, on))
            }) }
        </Section>
    }
}

#[derive(PartialEq, Properties)]
pub(crate) struct SelfServeProps {
    pub(crate) part: PartProps,
    pub(crate) plans: Vec<Plan>,
}

/// How far self-serve goes.
#[component]
pub(crate) fn SelfServe(SelfServeProps { part, plans }: &SelfServeProps) -> Html {
    let options = &part.draft.configuration.self_serve;
    let seats = |id, label, help| Line {
        id,
        label,
        help,
        field: "self_serve.seats",
        placeholder: "no limit",
        mono: false,
        long: false,
    };
    html! {
        <Section id="self-serve" title="Self-serve options" lead="How far customers may go where Self-Serve Changes and Update Payment are on.">
            { part.switch("allow-upgrades", "Allow Upgrades", "Customers move to a plan that costs more.", options.allow_upgrades, |draft, on| draft.configuration.self_serve.allow_upgrades = on) }
            { part.switch("allow-downgrades", "Allow Downgrades", "Customers move to a plan that costs less.", options.allow_downgrades, |draft, on| draft.configuration.self_serve.allow_downgrades = on) }
            { part.switch("allow-seat-changes", "Allow Seat Changes", "Customers add seats, and remove those they do not need.", options.allow_seat_changes, |draft, on| draft.configuration.self_serve.allow_seat_changes = on) }
            if options.allow_seat_changes {
                <div class="pair">
                    { part.line(&seats("fewest-seats", "Fewest seats", "Beyond what the plan says."), &part.draft.fewest_seats, |draft, text| draft.fewest_seats = text) }
                    { part.line(&seats("most-seats", "Most seats", "For more, they ask you."), &part.draft.most_seats, |draft, text| draft.most_seats = text) }
                </div>
            }
            { part.switch("allow-bank-accounts", "Allow Bank Accounts", "Customers pay by direct debit too.", options.allow_bank_accounts, |draft, on| draft.configuration.self_serve.allow_bank_accounts = on) }
            <SwitchablePlans plans={plans.clone()} configuration={part.draft.configuration.clone()} onchange={
                part.edit(|draft, plans: Vec<_>| draft.configuration.self_serve.switchable_plans = plans)
            } />
        </Section>
    }
}

/// What customers may correct.
#[component]
pub(crate) fn BillingDetails(part: &PartProps) -> Html {
    html! {
        <Section id="billing-details" title="Billing details" lead="What customers may correct on their own. It counts from the next invoice; those issued stay as they are.">
            { for BillingField::ALL.into_iter().map(|field| {
                let (id, label, reason) = match field {
                    BillingField::Name => ("edit-name", "Name", "The company or person invoices are made out to."),
                    BillingField::Email => ("edit-email", "E-mail address", "A new address counts once a link sent to it is opened."),
                    BillingField::Address => ("edit-address", "Address", "Where the company or person lives."),
                    BillingField::TaxIds => ("edit-tax-ids", "Tax numbers", "VAT and other registrations printed on invoices."),
                };
                let on = part.draft.configuration.billing_details.get(field);
                part.switch(id, label, reason, on, move |draft, on| draft.configuration.billing_details.set(field, on))
            }) }
        </Section>
    }
}

/// How long things last, and where they lead back to.
#[component]
pub(crate) fn Sessions(part: &PartProps) -> Html {
    let minutes = Line {
        id: "session-minutes",
        label: "Session duration in minutes",
        help: "From 5 minutes to 24 hours (1440).",
        field: "session_minutes",
        placeholder: "",
        mono: false,
        long: false,
    };
    let back = Line {
        id: "return-url",
        label: "Default return address",
        help: "Where “Back to …” leads when a session names no other place. Leave it empty to show no way back.",
        field: "default_return_url",
        placeholder: "https://app.example.com/account",
        mono: true,
        long: false,
    };
    let origins = Line {
        id: "return-origins",
        label: "Allowed return origins, one a line",
        help: "Sessions may lead back to these places only. Leave it empty to let your app decide.",
        field: "allowed_return_origins",
        placeholder: "https://app.example.com",
        mono: true,
        long: true,
    };
    html! {
        <Section id="sessions" title="Links and sessions" lead="How long a link waits to be opened, and how long what it opens lasts.">
            <div class="presets" role="group" aria-label="Session duration">
                { for PRESETS.into_iter().map(|(minutes, words)| {
                    let pressed = part.draft.minutes.trim() == minutes.to_string();
                    let onclick = part.edit(move |draft, _: MouseEvent| draft.minutes = minutes.to_string());
                    html! { <button type="button" class="button" aria-pressed={if pressed { "true" } else { "false" }} {onclick}>{ words }</button> }
                }) }
            </div>
            { part.line(&minutes, &part.draft.minutes, |draft, text| draft.minutes = text) }
            { part.line(&back, &part.draft.return_url, |draft, text| draft.return_url = text) }
            { part.line(&origins, &part.draft.return_origins, |draft, text| draft.return_origins = text) }
        </Section>
    }
}

/// Whom customers may ask, and what they agreed to.
#[component]
pub(crate) fn Help(part: &PartProps) -> Html {
    let address = |id, label, help, field, placeholder| Line {
        id,
        label,
        help,
        field,
        placeholder,
        mono: true,
        long: false,
    };
    html! {
        <Section id="help" title="Help and legal" lead="Links beside and below every page. The support e-mail address and the business name are in Branding.">
            { part.line(&address("support-url", "Help page", "", "support_url", "https://example.com/help"), &part.draft.support_url, |draft, text| draft.support_url = text) }
            { part.line(&address("support-phone", "Telephone", "", "support_phone", "+49 30 901820"), &part.draft.support_phone, |draft, text| draft.support_phone = text) }
            { part.line(&address("terms-url", "Terms", "", "terms_url", "https://example.com/terms"), &part.draft.terms_url, |draft, text| draft.terms_url = text) }
            { part.line(&address("privacy-url", "Privacy", "", "privacy_url", "https://example.com/privacy"), &part.draft.privacy_url, |draft, text| draft.privacy_url = text) }
        </Section>
    }
}

/// The id of a switch, and why one would want it, in the customer's words.
fn words(feature: Feature) -> (&'static str, &'static str) {
    match feature {
        Feature::ViewInvoices => (
            "view-invoices",
            "Customers see every invoice, current and past, with its lines and what is due.",
        ),
        Feature::DownloadPdfs => {
            ("download-pdfs", "Customers save invoices as PDF for their own books. Needs View Invoices.")
        }
        Feature::UpdatePayment => {
            ("update-payment", "Customers add a card, replace it and choose which one is charged.")
        }
        Feature::ViewSubscription => {
            ("view-subscription", "Customers see their plan, its price, the billing dates and the contract.")
        }
        Feature::SelfServeChanges => {
            ("self-serve-changes", "Customers switch plans and add or remove seats on their own.")
        }
        Feature::CancelSubscription => (
            "cancel-subscription",
            "Customers can cancel on their own, within the options below. Needs View Subscription.",
        ),
        Feature::ViewUsage => ("view-usage", "Customers see how much they have used in the current period."),
    }
}
