//! How customers leave: when it takes effect, what they are asked, what they are offered instead.

use domain::{CancelationMode, CreditPolicy};
use yew::prelude::*;

use super::choices::CancelationModes;
use super::draft::{Asking, OfferLeads};
use super::part::{Line, PartProps};
use crate::components::section::Section;

#[component]
pub(crate) fn Leaving(part: &PartProps) -> Html {
    let options = &part.draft.configuration.self_serve;
    let leaving = &part.draft.configuration.cancelation;
    html! {
        <Section id="cancellation" title="Cancellation" lead="What happens when a customer cancels, where Cancel Subscription is on.">
            { part.switch(
                "allow-cancellation", "Allow Cancellation", "Customers end their subscription without asking you.",
                options.allow_cancelation, |draft, on| draft.configuration.self_serve.allow_cancelation = on,
            ) }
            <CancelationModes
                mode={options.cancelation_mode} disabled={!options.allow_cancelation}
                onchange={part.edit(|draft, mode| draft.configuration.self_serve.cancelation_mode = mode)}
            />
            if options.cancelation_mode != CancelationMode::AtPeriodEnd {
                { part.switch(
                    "credit-unused", "Refund the Time Left", "Who ends at once gets back what they paid through Portico for the rest of the period, by the second, with a credit note.",
                    leaving.credit_policy == CreditPolicy::Prorate, |draft, on| {
                        draft.configuration.cancelation.credit_policy = if on { CreditPolicy::Prorate } else { CreditPolicy::None };
                    },
                ) }
            }
            { part.switch(
                "public-cancellation", "Cancel Without a Link", "Customers cancel at /portal/withdraw with their e-mail address alone; it counts once they open the link in the receipt we mail them.",
                part.draft.configuration.public_cancelation, |draft, on| draft.configuration.public_cancelation = on,
            ) }
            { asking(part) }
            { part.switch(
                "ask-comment", "Ask for a Comment", "Customers may add a few words of their own; they reach you with the event.",
                leaving.ask_comment, |draft, on| draft.configuration.cancelation.ask_comment = on,
            ) }
            { part.switch(
                "retention-offer", "Make an Offer", "Shown above the question, and in nobody's way: a smaller plan, a discount, a talk.",
                part.draft.offer.on, |draft, on| draft.offer.on = on,
            ) }
            if part.draft.offer.on { { offer(part) } }
        </Section>
    }
}

fn asking(part: &PartProps) -> Html {
    const WAYS: [(Asking, &str, &str, &str); 3] = [
        (Asking::Usual, "ask-usual", "The usual reasons", "Six of them, in the customer's language."),
        (Asking::Own, "ask-own", "Your own reasons", "In your words, for all languages."),
        (Asking::Nothing, "ask-nothing", "No reasons", "Customers leave without being asked why."),
    ];
    const REASONS: Line = Line {
        id: "cancel-reasons",
        label: "Reasons, one a line",
        help: "Customers pick one, or none. At most 20.",
        field: "cancelation.reasons",
        placeholder: "",
        mono: false,
        long: true,
    };
    let asking = part.draft.asking;
    html! {
        <>
        <fieldset class="choices">
            <legend>{ "Why are you leaving?" }</legend>
            { for WAYS.into_iter().map(|(way, id, name, help)| html! {
                <label class="choice">
                    <input {id} type="radio" name="asking" checked={asking == way} onchange={part.edit(move |draft, _: Event| draft.asking = way)} />
                    <span><span class="name">{ name }</span><span class="help">{ help }</span></span>
                </label>
            }) }
        </fieldset>
        if asking == Asking::Own {
            { part.line(&REASONS, &part.draft.reasons, |draft, text| draft.reasons = text) }
        }
        </>
    }
}

fn offer(part: &PartProps) -> Html {
    const LEADS: [(OfferLeads, &str, &str, &str); 3] = [
        (OfferLeads::Nowhere, "offer-plain", "No button", "The words stand for themselves."),
        (OfferLeads::ToSupport, "offer-contact", "Talk to us", "To your support address, page or number."),
        (OfferLeads::ToPage, "offer-page", "A page of yours", "Such as a form for a pause or a discount."),
    ];
    let line =
        |id, label, help, field, long| Line { id, label, help, field, placeholder: "", mono: false, long };
    let offer = &part.draft.offer;
    html! {
        <>
        { part.line(
            &line("offer-title", "Title", "", "cancelation.offer.title", false),
            &offer.title, |draft, text| draft.offer.title = text,
        ) }
        { part.line(
            &line("offer-text", "What you offer", "A sentence or two, in your words.", "cancelation.offer.text", true),
            &offer.text, |draft, text| draft.offer.text = text,
        ) }
        <fieldset class="choices">
            <legend>{ "Its button" }</legend>
            { for LEADS.into_iter().map(|(leads, id, name, help)| html! {
                <label class="choice">
                    <input {id} type="radio" name="offer-leads" checked={offer.leads == leads} onchange={part.edit(move |draft, _: Event| draft.offer.leads = leads)} />
                    <span><span class="name">{ name }</span><span class="help">{ help }</span></span>
                </label>
            }) }
        </fieldset>
        if offer.leads == OfferLeads::ToPage {
            { part.line(
                &line("offer-label", "What the button says", "", "cancelation.offer.button.label", false),
                &offer.label, |draft, text| draft.offer.label = text,
            ) }
            { part.line(
                &Line { mono: true, placeholder: "https://app.example.com/pause", ..line("offer-url", "Where it leads", "", "cancelation.offer.button.url", false) },
                &offer.url, |draft, text| draft.offer.url = text,
            ) }
        }
        </>
    }
}
