//! `/portal/payment-methods`: cards and bank accounts on file, and the forms that change them.
//!
//! In: the visit, ids, forms. Out: pages; acts of `payments`. Not here: whether it may be (`domain::policy`),
//! what a number must look like (`domain`).

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use contract::FieldError;
use domain::{
    Actor, Address, CardBrand, CardNumber, Deed, Expiry, Feature, Iban, NumberError, PaymentMethod,
    PaymentMethodId, SecurityCode, UsAccount,
};
use jiff::civil::Date;
use portal_view::routes::{self, Then};
use portal_view::{AddMethodView, Filled, Notice, PaymentMethodsView, Words};
use serde::Deserialize;
use words::say;
use zeroize::Zeroizing;

use super::csrf::{Csrf, Nothing};
use super::done;
use super::failure::PortalError;
use super::faults::Faults;
use super::path::Path;
use super::visit::Visit;
use crate::app::App;
use crate::db::{Conn, StoreError};
use crate::error::AppError;
use crate::payments::{self, Details, Edit, NewMethod, Provider};
use crate::store::{customers, payment_methods, subscriptions};

/// `GET /portal/payment-methods`
pub async fn list(State(app): State<App>, visit: Visit) -> Result<Response, PortalError> {
    visit.may_view(Feature::UpdatePayment)?;
    let (merchant, customer) = (&visit.merchant.id, &visit.customer.id);
    let mut conn = app.db.read().await?;
    let methods = payment_methods::list_for_customer(&mut conn, merchant, customer).await?;
    let running = subscriptions::any_running(&mut conn, merchant, customer).await?;
    let view = PaymentMethodsView::new(&methods, running, &visit.policy(), visit.today());
    Ok(visit.page(portal_view::payment_methods(&visit.chrome(), &view)))
}

/// Where to go on to, in an address.
#[derive(Debug, Deserialize)]
pub struct Onward {
    #[serde(default)]
    then: String,
}

fn form(app: &App, visit: &Visit, then: Then, filled: Filled) -> AddMethodView {
    let sandbox = app.provider == Provider::Sandbox;
    AddMethodView { filled, then, sandbox, bank_accounts: visit.policy().add_bank_account().is_ok() }
}

/// `GET /portal/payment-methods/new/card`
pub async fn get_card(
    State(app): State<App>,
    visit: Visit,
    Query(onward): Query<Onward>,
) -> Result<Response, PortalError> {
    visit.policy().add_card().map_err(AppError::NotAllowed)?;
    let view = form(&app, &visit, Then::from_word(&onward.then), Filled::default());
    Ok(visit.page(portal_view::add_card(&visit.chrome(), &view)))
}

/// A card as typed. What must not stay in memory is wiped when the form is dropped.
#[derive(Deserialize)]
pub struct CardForm {
    number: Zeroizing<String>,
    expiry: String,
    code: Zeroizing<String>,
    holder: String,
    #[serde(default)]
    then: String,
}

/// `POST /portal/payment-methods/new/card`
pub async fn post_card(
    State(app): State<App>,
    visit: Visit,
    Csrf(typed): Csrf<CardForm>,
) -> Result<Response, PortalError> {
    visit.policy().add_card().map_err(AppError::NotAllowed)?;
    let then = Then::from_word(&typed.then);
    let read = read_card(&typed, visit.words, visit.today());
    let filled = Filled::with([("expiry", typed.expiry), ("holder", typed.holder)]);
    let added = match read {
        Ok(new) => add(&app, &visit, new).await,
        Err(faults) => Err(AppError::Invalid(faults)),
    };
    match added {
        Ok(_) => onward(&app, &visit, &then).await,
        Err(AppError::Invalid(faults)) => {
            let view = form(&app, &visit, then, with_faults(filled, faults));
            Ok(invalid(&visit, portal_view::add_card(&visit.chrome(), &view)))
        }
        Err(error) => Err(error.into()),
    }
}

fn read_card(typed: &CardForm, words: Words, today: Date) -> Result<NewMethod, Vec<FieldError>> {
    let mut faults = Faults::in_words(words);
    let number = faults.keep("number", CardNumber::parse(&typed.number));
    let brand = number.as_ref().map_or(CardBrand::Other, CardNumber::brand);
    let code = faults.keep("code", SecurityCode::parse(&typed.code, brand));
    let expiry = faults.expiry(&typed.expiry, today);
    let holder = faults.holder(&typed.holder);
    match (number, code, expiry) {
        (Some(number), Some(code), Some(expiry)) if faults.is_none() => {
            Ok(NewMethod { details: Details::Card { number, expiry, code }, holder })
        }
        _ => Err(faults.into_found()),
    }
}

/// `GET /portal/payment-methods/new/bank-account`
pub async fn get_bank_account(
    State(app): State<App>,
    visit: Visit,
    Query(onward): Query<Onward>,
) -> Result<Response, PortalError> {
    visit.policy().add_bank_account().map_err(AppError::NotAllowed)?;
    let view = form(&app, &visit, Then::from_word(&onward.then), Filled::default());
    Ok(visit.page(portal_view::add_bank_account(&visit.chrome(), &view)))
}

/// A bank account as typed: an IBAN, or routing and account number.
#[derive(Deserialize)]
pub struct BankForm {
    holder: String,
    iban: Zeroizing<String>,
    routing: Zeroizing<String>,
    account: Zeroizing<String>,
    #[serde(default)]
    then: String,
}

/// `POST /portal/payment-methods/new/bank-account`
pub async fn post_bank_account(
    State(app): State<App>,
    visit: Visit,
    Csrf(typed): Csrf<BankForm>,
) -> Result<Response, PortalError> {
    visit.policy().add_bank_account().map_err(AppError::NotAllowed)?;
    let then = Then::from_word(&typed.then);
    let read = read_account(&typed, visit.words);
    let filled = Filled::with([("holder", typed.holder)]);
    let added = match read {
        Ok(new) => add(&app, &visit, new).await,
        Err(faults) => Err(AppError::Invalid(faults)),
    };
    match added {
        Ok(_) => onward(&app, &visit, &then).await,
        Err(AppError::Invalid(mut faults)) => {
            // The provider speaks of a number; the form has two places for one.
            let field = if typed.iban.trim().is_empty() { "account" } else { "iban" };
            faults
                .iter_mut()
                .filter(|fault| fault.field == "number")
                .for_each(|fault| fault.field = field.into());
            let view = form(&app, &visit, then, with_faults(filled, faults));
            Ok(invalid(&visit, portal_view::add_bank_account(&visit.chrome(), &view)))
        }
        Err(error) => Err(error.into()),
    }
}

fn read_account(typed: &BankForm, words: Words) -> Result<NewMethod, Vec<FieldError>> {
    let mut faults = Faults::in_words(words);
    let holder = faults.holder(&typed.holder);
    let american = !typed.routing.trim().is_empty() || !typed.account.trim().is_empty();
    let details = match (typed.iban.trim().is_empty(), american) {
        (true, true) => match UsAccount::parse(&typed.routing, &typed.account) {
            Ok(account) => Some(Details::UsAccount(account)),
            Err(fault) => {
                let field = if fault == NumberError::Routing { "routing" } else { "account" };
                faults.add(field, number_fault(words, fault));
                None
            }
        },
        (false, false) => faults.keep("iban", Iban::parse(&typed.iban)).map(Details::Iban),
        (true, false) => {
            faults.add("iban", say!(words, "fault-no-account"));
            None
        }
        (false, true) => {
            faults.add("iban", say!(words, "fault-two-accounts"));
            None
        }
    };
    match details {
        Some(details) if faults.is_none() => Ok(NewMethod { details, holder }),
        _ => Err(faults.into_found()),
    }
}

/// `GET /portal/payment-methods/{id}`
pub async fn get_edit(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<PaymentMethodId>,
) -> Result<Response, PortalError> {
    visit.policy().update_method().map_err(AppError::NotAllowed)?;
    let method = find(&mut app.db.read().await?, &visit, &id).await?;
    let (address, expiry) = (method.address.clone(), method.instrument.expiry());
    let filled = Filled::with([
        ("expiry", expiry.map(|expiry| expiry.to_string()).unwrap_or_default()),
        ("holder", method.holder.clone()),
        ("line1", address.line1),
        ("line2", address.line2),
        ("postal_code", address.postal_code),
        ("city", address.city),
        ("region", address.region),
        ("country", portal_view::country_code(&address.country).map_or(address.country, str::to_owned)),
    ]);
    Ok(visit.page(portal_view::edit_method(&visit.chrome(), &method, &filled)))
}

/// What can change about a payment method, as typed.
#[derive(Debug, Deserialize)]
pub struct EditForm {
    version: String,
    #[serde(default)]
    expiry: Option<String>,
    holder: String,
    line1: String,
    line2: String,
    postal_code: String,
    city: String,
    region: String,
    country: String,
}

/// `POST /portal/payment-methods/{id}`
pub async fn post_edit(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<PaymentMethodId>,
    Csrf(typed): Csrf<EditForm>,
) -> Result<Response, PortalError> {
    visit.policy().update_method().map_err(AppError::NotAllowed)?;
    let method = find(&mut app.db.read().await?, &visit, &id).await?;
    if typed.version != method.version.to_string() {
        return Err(AppError::Stale.into());
    }
    let mut faults = Faults::in_words(visit.words);
    let holder = faults.holder(&typed.holder);
    let expiry = match (&typed.expiry, method.instrument.expiry()) {
        (Some(text), Some(_)) => faults.expiry(text, visit.today()),
        _ => None,
    };
    let address = Address {
        line1: typed.line1.clone(),
        line2: typed.line2.clone(),
        city: typed.city.clone(),
        region: typed.region.clone(),
        postal_code: typed.postal_code.clone(),
        country: typed.country.clone(),
    };
    let address = faults.address(&address, &method.address);
    if faults.is_none() {
        let edit = Edit { expiry, holder, address };
        payments::update(&app, &visit.merchant.id, Actor::Customer, method, edit).await?;
        let path = routes::with_notice(routes::PAYMENT_METHODS, Notice::MethodUpdated);
        return Ok(done::after(&app, &visit, Deed::MethodKept, &path).await?.into_response());
    }
    let filled = Filled::with([
        ("expiry", typed.expiry.unwrap_or_default()),
        ("holder", typed.holder),
        ("line1", typed.line1),
        ("line2", typed.line2),
        ("postal_code", typed.postal_code),
        ("city", typed.city),
        ("region", typed.region),
        ("country", typed.country),
    ]);
    let page = portal_view::edit_method(&visit.chrome(), &method, &with_faults(filled, faults.into_found()));
    Ok(invalid(&visit, page))
}

/// `POST /portal/payment-methods/{id}/default`
pub async fn post_default(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<PaymentMethodId>,
    Csrf(Nothing {}): Csrf<Nothing>,
) -> Result<Redirect, PortalError> {
    let merchant = &visit.merchant.id;
    let mut tx = app.db.write().await?;
    customers::lock(&mut tx, merchant, &visit.customer.id).await?;
    let method = find(&mut tx, &visit, &id).await?;
    visit.policy().make_default(&method).map_err(AppError::NotAllowed)?;
    payments::make_default(&mut tx, &app, merchant, Actor::Customer, method).await?;
    app.commit(tx).await?;
    Ok(Redirect::to(&routes::with_notice(routes::PAYMENT_METHODS, Notice::DefaultChanged)))
}

/// `GET /portal/payment-methods/{id}/remove`
pub async fn get_remove(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<PaymentMethodId>,
) -> Result<Response, PortalError> {
    let method = removable(&mut app.db.read().await?, &visit, &id).await?;
    Ok(visit.page(portal_view::remove_confirm(&visit.chrome(), &method)))
}

/// `POST /portal/payment-methods/{id}/remove`
pub async fn post_remove(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<PaymentMethodId>,
    Csrf(Nothing {}): Csrf<Nothing>,
) -> Result<Redirect, PortalError> {
    let merchant = &visit.merchant.id;
    let mut tx = app.db.write().await?;
    customers::lock(&mut tx, merchant, &visit.customer.id).await?;
    let method = removable(&mut tx, &visit, &id).await?;
    payments::remove(&mut tx, &app, merchant, Actor::Customer, &method).await?;
    app.commit(tx).await?;
    Ok(Redirect::to(&routes::with_notice(routes::PAYMENT_METHODS, Notice::MethodRemoved)))
}

/// This customer's payment method; another's is as unknown as none.
async fn find(conn: &mut Conn, visit: &Visit, id: &PaymentMethodId) -> Result<PaymentMethod, AppError> {
    let found = payment_methods::find(conn, &visit.merchant.id, &visit.customer.id, id).await?;
    found.ok_or(AppError::NotFound("payment method"))
}

/// The same, if it may be removed.
async fn removable(conn: &mut Conn, visit: &Visit, id: &PaymentMethodId) -> Result<PaymentMethod, AppError> {
    let (merchant, customer) = (&visit.merchant.id, &visit.customer.id);
    let method = find(conn, visit, id).await?;
    let on_file = payment_methods::list_for_customer(conn, merchant, customer).await?.len();
    let running = subscriptions::any_running(conn, merchant, customer).await?;
    let verdict = visit.policy().remove_method(&method, on_file, running);
    verdict.map_err(AppError::NotAllowed)?;
    Ok(method)
}

async fn onward(app: &App, visit: &Visit, then: &Then) -> Result<Response, PortalError> {
    let path = match then {
        Then::List => routes::with_notice(routes::PAYMENT_METHODS, Notice::MethodAdded),
        Then::Pay(_) | Then::Change(_) => then.path(),
    };
    Ok(done::after(app, visit, Deed::MethodKept, &path).await?.into_response())
}

/// The form again, with what is wrong marked.
fn invalid(visit: &Visit, page: maud::Markup) -> Response {
    super::respond::page(StatusCode::UNPROCESSABLE_ENTITY, &visit.branding, page)
}

fn with_faults(filled: Filled, faults: Vec<FieldError>) -> Filled {
    let faults = faults.into_iter().map(|fault| (fault.field, fault.message)).collect();
    Filled { faults, ..filled }
}

/// Puts it on file. The sandbox says in English what it does not take; the page, in the customer's language.
async fn add(app: &App, visit: &Visit, new: NewMethod) -> Result<PaymentMethod, AppError> {
    let added = payments::add(app, &visit.merchant.id, Actor::Customer, &visit.customer, new).await;
    added.map_err(|error| match (app.provider, error) {
        (Provider::Sandbox, AppError::Invalid(mut faults)) => {
            for fault in faults.iter_mut().filter(|fault| fault.field == "number") {
                fault.message = say!(visit.words, "fault-test-number", example = EXAMPLE);
            }
            AppError::Invalid(faults)
        }
        (Provider::Sandbox, error) => error,
    })
}

/// A number that is nobody's.
const EXAMPLE: &str = "4242 4242 4242 4242";

/// What is wrong with a number, in words that never repeat it.
fn number_fault(words: Words, fault: NumberError) -> String {
    match fault {
        NumberError::NotDigits => say!(words, "fault-not-digits", example = EXAMPLE),
        NumberError::Length => say!(words, "fault-card-length"),
        NumberError::CheckDigit => say!(words, "fault-check-digit"),
        NumberError::SecurityCode => say!(words, "fault-security-code"),
        NumberError::Iban => say!(words, "fault-iban"),
        NumberError::Routing => say!(words, "fault-routing"),
        NumberError::Account => say!(words, "fault-account"),
    }
}

/// What only the forms of payment methods have.
impl Faults {
    fn keep<T>(&mut self, field: &str, read: Result<T, NumberError>) -> Option<T> {
        read.map_err(|fault| self.add(field, number_fault(self.words(), fault))).ok()
    }

    fn expiry(&mut self, typed: &str, today: Date) -> Option<Expiry> {
        let Some(expiry) = Expiry::parse(typed) else {
            self.add("expiry", say!(self.words(), "fault-expiry", example = "04/31"));
            return None;
        };
        if expiry.is_over(today) {
            self.add("expiry", say!(self.words(), "fault-card-expired"));
            return None;
        }
        Some(expiry)
    }

    fn holder(&mut self, typed: &str) -> String {
        let name = self.line("holder", typed);
        // Whoever types the number into the wrong field must not find it kept as a name.
        let digits = name.bytes().filter(u8::is_ascii_digit).count();
        if name.is_empty() {
            self.add("holder", say!(self.words(), "fault-holder"));
        } else if digits > 6 {
            self.add("holder", say!(self.words(), "fault-holder-number"));
        }
        name
    }
}

/// Every payment method of this visit's customer, the default first.
pub(super) async fn of(conn: &mut Conn, visit: &Visit) -> Result<Vec<PaymentMethod>, StoreError> {
    payment_methods::list_for_customer(conn, &visit.merchant.id, &visit.customer.id).await
}
