//! The portal's pages and mails as pure functions: the server serves what the console previews, byte for byte.
//!
//! In: domain nouns, the merchant's day and zone, the policy. Out: complete HTML documents, mails, style.
//! Not here: I/O, clocks, sessions, decisions. Builds for wasm.
//!
//! Each page is a plain view, made by a pure builder from domain nouns, and a function that renders it:
//!
//! ```
//! use domain::{Branding, Configuration, SessionSettings, policy::Policy};
//! use portal_view::{Account, Chrome, HomeView, House, Nav, home};
//!
//! let configuration = Configuration::default();
//! let (today, zone) = (jiff::civil::date(2026, 3, 14), jiff::tz::TimeZone::UTC);
//! let policy =
//!     Policy { configuration: &configuration, session: SessionSettings::default(), today, zone: &zone };
//! let account = Account {
//!     subscriptions: &[],
//!     plans: &[],
//!     open_invoices: &[],
//!     recent_invoices: &[],
//!     waiting: &[],
//!     today,
//!     zone: &zone,
//! };
//! let chrome = Chrome {
//!     words: portal_view::Words::ENGLISH,
//!     branding: &Branding::default_for("Acme"),
//!     customer_name: "Globex Corporation",
//!     nav: Nav::of(&policy, true),
//!     here: None,
//!     csrf: "…",
//!     return_url: None,
//!     house: House::of(&configuration),
//!     notice: None,
//!     today,
//!     flow: None,
//! };
//! let page = home(&chrome, &HomeView::new(&account, &policy)).into_string();
//! assert!(page.contains("You are all paid up"));
//! ```

mod account;
mod activity;
mod address;
mod amount;
mod assets;
mod billing_details;
mod cancel;
mod change;
mod chart;
mod chrome;
mod date;
mod done;
mod doorway;
mod email_confirm;
mod error;
mod form;
mod home;
mod icon;
mod instrument;
mod invoice;
mod invoices;
mod link;
pub mod mail;
mod notice;
mod pay;
mod payment_method_forms;
mod payment_methods;
mod plan_price;
mod quote;
mod refusal;
pub mod routes;
pub mod samples;
mod session;
mod status;
mod subscription;
mod subscriptions;
mod theme;
mod usage;
mod waiting;
mod withdraw;

pub use account::{Account, InvoiceRow, SubscriptionSummary};
pub use activity::{ActivityRow, ActivityView, Doer, activity};
pub use amount::DueTotal;
pub use assets::{ASSETS, Asset, STYLESHEET, TOKENS, stylesheet_path};
pub use billing_details::{BillingDetailsView, Correctable, DetailFault, TAX_FIELDS, billing_details};
pub use cancel::{CancelView, UndoView, cancel_confirm, undo_confirm};
pub use change::{ChangeTrouble, ChangeView, PlanChoice, UndoChangeView, change, undo_change};
pub use chrome::{Chrome, House, Nav};
pub use done::{DoneView, done};
pub use email_confirm::{EmailConfirmView, email_confirm, email_confirmed, email_dead_end};
pub use error::{ErrorKind, ErrorView, error};
pub use form::Filled;
pub use home::{Due, HomeView, home};
pub use invoice::{InvoiceView, TaxRow, invoice};
pub use invoices::{InvoiceFilter, InvoicesView, invoices};
pub use link::{LinkOpenView, LinkProblem, link_open, link_problem, link_sent};
pub use notice::Notice;
pub use pay::{PaidView, PayView, paid, pay, sandbox_bank};
pub use payment_method_forms::{AddMethodView, add_bank_account, add_card, edit_method};
pub use payment_methods::{Ending, MethodCard, PaymentMethodsView, payment_methods, remove_confirm};
pub use quote::{QuoteView, quote};
pub use session::{SessionOverView, session_over, signed_out};
pub use subscription::{ChangeChoice, EndChoice, PendingView, SubscriptionView, subscription};
pub use subscriptions::subscriptions;
pub use theme::{Palette, Theme, brand_style};
pub use usage::{MeterCard, UsageView, usage};
pub use waiting::Waiting;
pub use withdraw::{
    WITHDRAW_BACK, WithdrawChoice, WithdrawConfirmView, WithdrawView, unused_field, withdraw, withdraw_check,
    withdraw_confirm, withdraw_dead_end, withdraw_done, withdraw_field, withdraw_received,
};
pub use words::{Language, Words, country_code};
