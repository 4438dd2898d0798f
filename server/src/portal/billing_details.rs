//! `/portal/billing-details`: what invoices are made out to. Applies from the next invoice: issued ones never
//! change.
//!
//! In: the visit, the form. Out: the page; the customer with its event; a mail to an address that is new.
//! Not here: which fields are the customer's to correct (`domain::policy`), confirming an address (`email`).

use std::collections::BTreeMap;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use domain::policy::Verdict;
use domain::{Actor, Address, BillingField, Customer, Email, EventBody, TaxId};
use jiff::SignedDuration;
use portal_view::{BillingDetailsView, Correctable, DetailFault, Filled, Notice, TAX_FIELDS, routes};

use super::csrf::Csrf;
use super::failure::PortalError;
use super::faults::Faults;
use super::visit::Visit;
use super::{email, respond};
use crate::app::App;
use crate::error::AppError;
use crate::store::{customers, email_changes, events};

fn correctable(visit: &Visit) -> Correctable {
    let policy = visit.policy();
    let may = |field| policy.edit(field).is_ok();
    Correctable {
        name: may(BillingField::Name),
        email: may(BillingField::Email),
        address: may(BillingField::Address),
        tax_ids: may(BillingField::TaxIds),
    }
}

/// `GET /portal/billing-details`
pub async fn get(State(app): State<App>, visit: Visit) -> Result<Response, PortalError> {
    visit.policy().view_billing_details().map_err(AppError::NotAllowed)?;
    let mut conn = app.db.read().await?;
    let (merchant, customer) = (&visit.merchant.id, &visit.customer);
    let now = app.clock.now();
    let waiting = email_changes::find_open(&mut conn, merchant, &customer.id, now).await?;
    let left = waiting.as_ref().map(|change| change.expires_at.duration_since(now));
    let view = BillingDetailsView::new(customer, correctable(&visit), waiting.map(|change| change.email));
    let page = portal_view::billing_details(&visit.chrome(), &view);
    Ok(visit.passing_page(page, left.unwrap_or(SignedDuration::MAX)))
}

/// `POST /portal/billing-details`
pub async fn post(
    State(app): State<App>,
    visit: Visit,
    Csrf(typed): Csrf<BTreeMap<String, String>>,
) -> Result<Response, PortalError> {
    let mut form = Form { typed, faults: Faults::in_words(visit.words) };
    let found = visit.customer.clone();
    visit.policy().view_billing_details().map_err(AppError::NotAllowed)?;
    let (customer, email) = form.read(&visit, &found)?;
    if form.text("version") != found.version.to_string() {
        return Err(AppError::Stale.into());
    }
    if !form.faults.is_none() {
        return Ok(invalid(&visit, form));
    }
    let merchant = &visit.merchant.id;
    let mut tx = app.db.write().await?;
    let corrected = customer != found;
    if corrected {
        let mut customer = customer;
        customers::save(&mut tx, merchant, &mut customer).await?;
        let fact = EventBody::CustomerUpdated { customer };
        events::append(&mut tx, &app, merchant, Actor::Customer, fact).await?;
    }
    let moves = email.filter(|email| *email != found.email);
    // An address that waits to be confirmed is told by the page itself.
    let path = match &moves {
        Some(_) if !corrected => routes::BILLING_DETAILS.to_owned(),
        Some(_) | None => routes::with_notice(routes::BILLING_DETAILS, Notice::DetailsSaved),
    };
    if let Some(new) = moves {
        email::ask(&mut tx, &app, &visit, new).await?;
    }
    app.commit(tx).await?;
    Ok(Redirect::to(&path).into_response())
}

/// The form again, with what is wrong marked.
fn invalid(visit: &Visit, form: Form) -> Response {
    let mut view = BillingDetailsView::new(&visit.customer, correctable(visit), None);
    for (field, value) in &mut view.filled.values {
        if let Some(typed) = form.typed.get(*field) {
            value.clone_from(typed);
        }
    }
    let fields = TAX_FIELDS.iter().flat_map(|(kind, value)| [*kind, *value]);
    for field in
        fields.filter(|field| view.filled.values.iter().all(|(known, _)| known != field)).collect::<Vec<_>>()
    {
        view.filled.values.push((field, form.text(field).to_owned()));
    }
    let faults = form.faults.into_found().into_iter().map(|fault| (fault.field, fault.message));
    view.filled = Filled { faults: faults.collect(), ..view.filled };
    let page = portal_view::billing_details(&visit.chrome(), &view);
    respond::page(StatusCode::UNPROCESSABLE_ENTITY, &visit.branding, page)
}

/// What was typed, and what is wrong with it.
struct Form {
    typed: BTreeMap<String, String>,
    faults: Faults,
}

impl Form {
    fn text(&self, field: &str) -> &str {
        self.typed.get(field).map_or("", |text| text.trim())
    }

    fn fault(&mut self, field: &str, fault: DetailFault) {
        self.faults.add(field, fault.sentence(self.faults.words()));
    }

    /// Whether the form says anything about a part; only then it must be the customer's to correct.
    fn touches(&self, fields: &[&str], verdict: Verdict) -> Result<bool, AppError> {
        let there = fields.iter().any(|field| self.typed.contains_key(*field));
        if there { verdict.map(|()| true).map_err(AppError::NotAllowed) } else { Ok(false) }
    }

    /// The customer as the form has them, all but the e-mail address, which stands apart.
    fn read(&mut self, visit: &Visit, found: &Customer) -> Result<(Customer, Option<Email>), AppError> {
        let (policy, mut customer, mut email) = (visit.policy(), found.clone(), None);
        if self.touches(&["name"], policy.edit(BillingField::Name))? {
            customer.name = self.faults.line("name", self.typed.get("name").map_or("", String::as_str));
            if customer.name.is_empty() {
                self.fault("name", DetailFault::Missing);
            }
        }
        if self.touches(&["email"], policy.edit(BillingField::Email))? {
            email = self.text("email").parse().ok();
            if email.is_none() {
                self.fault("email", DetailFault::Email);
            }
        }
        let address = ["line1", "line2", "city", "region", "postal_code", "country"];
        if self.touches(&address, policy.edit(BillingField::Address))? {
            self.address(&mut customer);
        }
        let tax_fields: Vec<&str> = TAX_FIELDS.iter().flat_map(|(kind, value)| [*kind, *value]).collect();
        if self.touches(&tax_fields, policy.edit(BillingField::TaxIds))? {
            self.tax_ids(&mut customer);
        }
        Ok((customer, email))
    }

    fn address(&mut self, customer: &mut Customer) {
        let part = |field: &str| self.text(field).to_owned();
        let typed = Address {
            line1: part("line1"),
            line2: part("line2"),
            city: part("city"),
            region: part("region"),
            postal_code: part("postal_code"),
            country: part("country"),
        };
        let address = self.faults.address(&typed, &customer.address);
        if address != customer.address {
            typed.missing().into_iter().for_each(|field| self.fault(field, DetailFault::Missing));
            customer.address = address;
        }
    }

    /// Numbers that were there already stay as they are, whatever scheme an import gave them; so do those the
    /// form has no room for.
    fn tax_ids(&mut self, customer: &mut Customer) {
        let mut kept = Vec::new();
        for (kind_field, value_field) in TAX_FIELDS {
            let given =
                TaxId { kind: self.text(kind_field).to_owned(), value: self.text(value_field).to_owned() };
            if given.value.is_empty() {
                continue;
            }
            if customer.tax_ids.contains(&given) {
                kept.push(given);
                continue;
            }
            match TaxId::parse(&given.kind, &given.value) {
                Ok(tax_id) => kept.push(tax_id),
                Err(error) => self.fault(value_field, DetailFault::TaxId(error)),
            }
        }
        kept.extend(customer.tax_ids.iter().skip(TAX_FIELDS.len()).cloned());
        customer.tax_ids = kept;
    }
}
