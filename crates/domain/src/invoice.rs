//! Invoices: issued, immutable, and adding up.

use jiff::Timestamp;
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::billing::Fraction;
use crate::{Address, Currency, CustomerId, InvoiceId, Money, MoneyError, Period, SubscriptionId, TaxId};

/// What the merchant's books say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum InvoiceState {
    /// Not issued; never shown to customers.
    Draft,
    /// Issued and not fully paid.
    Open,
    /// Settled.
    Paid,
    /// Withdrawn.
    Void,
}

impl InvoiceState {
    /// As stored.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Open => "open",
            Self::Paid => "paid",
            Self::Void => "void",
        }
    }
}

/// What customers and staff read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum InvoiceStatus {
    /// Settled.
    Paid,
    /// Open, and the due day is not over in the merchant's zone.
    Pending,
    /// Open, and the due day is over.
    Overdue,
    /// Withdrawn.
    Void,
}

impl InvoiceStatus {
    /// As in a URL or JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Paid => "paid",
            Self::Pending => "pending",
            Self::Overdue => "overdue",
            Self::Void => "void",
        }
    }
}

/// One line. Amounts are in minor units of the invoice's currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InvoiceLine {
    /// What was bought.
    pub description: String,
    /// How many; may be a fraction (hours, gigabytes).
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "2"))]
    pub quantity: Decimal,
    /// What one costs, in major units; may be finer than the currency (0.0015 a call).
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "12.40"))]
    pub unit_price: Decimal,
    /// Quantity × unit price, rounded once, before discount and tax.
    pub amount: Money,
    /// Taken off the amount; not negative.
    pub discount: Money,
    /// Percent, such as `19` or `8.25`.
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "19"))]
    pub tax_rate: Decimal,
    /// On amount less discount, rounded once.
    pub tax: Money,
    /// The time it pays for, or gives back, if it is about time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// The whole period, where it is for a part of one only; the amount is that part of quantity × unit
    /// price.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<Period>,
}

impl InvoiceLine {
    /// A line without discount and tax. It costs nothing until it is [`priced`](Self::priced).
    pub fn new(description: impl Into<String>, quantity: Decimal, each: Money) -> Self {
        let nothing = Money::zero(each.currency());
        Self {
            description: description.into(),
            quantity,
            unit_price: each.to_decimal(),
            amount: nothing,
            discount: nothing,
            tax_rate: Decimal::ZERO,
            tax: nothing,
            period: None,
            part_of: None,
        }
    }

    /// The line with its amount and, on that less its discount, its tax; each rounded once.
    pub fn priced(mut self) -> Result<Self, MoneyError> {
        let currency = self.amount.currency();
        self.amount = self.computed(currency)?;
        let net = self.amount.minus(self.discount)?.to_decimal();
        let tax = net.checked_mul(self.tax_rate).ok_or(MoneyError::TooLarge)?;
        self.tax = Money::round(tax / Decimal::ONE_HUNDRED, currency)?;
        Ok(self)
    }

    /// The same line given back: it takes off what the line costs, tax included.
    pub fn reversed(mut self) -> Result<Self, MoneyError> {
        self.unit_price = -self.unit_price;
        self.discount = self.discount.times(-1)?;
        self.priced()
    }

    /// The part of the line that is for the time from `at` on: at its own price and tax rate, with the same part of
    /// its discount, and never more than the line itself. None where it is not about time, or its time is over.
    pub fn left_from(&self, at: Timestamp) -> Result<Option<Self>, MoneyError> {
        let Some(period) = self.period.filter(|period| at < period.end) else { return Ok(None) };
        let left = Period { start: at.max(period.start), end: period.end };
        let part = Fraction::of(left, period);
        let discount = part.amount(Decimal::ONE, self.discount.to_decimal(), self.discount.currency())?;
        let whole = self.part_of.unwrap_or(period);
        let line = Self { discount, period: Some(left), part_of: Some(whole), ..self.clone() };
        line.priced().map(Some)
    }

    /// Whether it gives back exactly what `other` costs.
    pub(crate) fn takes_back(&self, other: &Self) -> bool {
        let named = |line: &Self| (line.description.clone(), line.quantity, line.tax_rate, line.fraction());
        named(self) == named(other)
            && (self.period, self.part_of) == (other.period, other.part_of)
            && self.unit_price == -other.unit_price
            && self.discount.minor() == -other.discount.minor()
    }

    /// What part of its quantity × unit price it costs.
    pub fn fraction(&self) -> Fraction {
        match (self.period, self.part_of) {
            (Some(part), Some(whole)) => Fraction::of(part, whole),
            (None, _) | (_, None) => Fraction::WHOLE,
        }
    }

    /// What its amount should be: its part of quantity × unit price, rounded once.
    pub fn computed(&self, currency: Currency) -> Result<Money, MoneyError> {
        match self.fraction() {
            Fraction::WHOLE => line_amount(self.quantity, self.unit_price, currency),
            part => part.amount(self.quantity, self.unit_price, currency),
        }
    }
}

/// What the lines add up to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Totals {
    /// All amounts.
    pub subtotal: Money,
    /// All discounts.
    pub discount: Money,
    /// All taxes.
    pub tax: Money,
    /// Subtotal − discount + tax.
    pub total: Money,
}

/// An invoice with its lines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Invoice {
    /// Portico's id.
    pub id: InvoiceId,
    /// The merchant's own id; unique per merchant where present.
    pub external_id: Option<String>,
    /// Who owes it.
    pub customer_id: CustomerId,
    /// What it bills, if it bills a subscription.
    pub subscription_id: Option<SubscriptionId>,
    /// The number on the sheet; unique per merchant.
    pub number: String,
    /// What the books say.
    pub state: InvoiceState,
    /// The currency of every amount on it.
    pub currency: Currency,
    /// The day it was issued, in the merchant's zone.
    pub issued_on: Date,
    /// The last day on which paying is in time.
    pub due_on: Date,
    /// The name it was issued to.
    pub bill_to_name: String,
    /// The address it was issued to.
    pub bill_to_address: Address,
    /// The tax numbers it was issued to.
    pub bill_to_tax_ids: Vec<TaxId>,
    /// What it bills for; at least one line.
    pub lines: Vec<InvoiceLine>,
    /// What the lines add up to.
    #[serde(flatten)]
    pub totals: Totals,
    /// What was paid so far.
    pub amount_paid: Money,
    /// When the last of it was paid.
    pub paid_at: Option<Timestamp>,
    /// A note to the customer.
    pub memo: String,
    /// When it entered Portico.
    pub created_at: Timestamp,
    /// Counts the changes of its payment, from 1; the rest never changes.
    pub version: i64,
}

/// Why an invoice does not add up.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InvoiceError {
    /// It has no lines.
    #[error("an invoice needs at least one line")]
    NoLines,
    /// A line is in another currency or out of range.
    #[error(transparent)]
    Money(#[from] MoneyError),
    /// A line is not quantity × unit price.
    #[error("line {line}: {quantity} × {unit_price} is {computed}, not {stated}")]
    LineAmount {
        /// Counted from 1.
        line: usize,
        /// As on the line.
        quantity: Decimal,
        /// As on the line.
        unit_price: Decimal,
        /// What it should be.
        computed: Money,
        /// What the line says.
        stated: Money,
    },
    /// The lines do not add up to the stated total.
    #[error("the lines add up to {computed}, but the total says {stated}")]
    Total {
        /// What the lines give.
        computed: Money,
        /// What the invoice says.
        stated: Money,
    },
    /// More was paid than owed, or less than nothing.
    #[error("{paid} was paid on a total of {total}")]
    Paid {
        /// As stated.
        paid: Money,
        /// As stated.
        total: Money,
    },
}

/// Quantity × unit price, rounded once, half away from zero.
pub fn line_amount(quantity: Decimal, unit_price: Decimal, currency: Currency) -> Result<Money, MoneyError> {
    Money::round(quantity.checked_mul(unit_price).ok_or(MoneyError::TooLarge)?, currency)
}

impl Totals {
    /// Adds up the lines.
    pub fn of(lines: &[InvoiceLine], currency: Currency) -> Result<Self, MoneyError> {
        let nothing = Money::zero(currency);
        let mut sum = Self { subtotal: nothing, discount: nothing, tax: nothing, total: nothing };
        for line in lines {
            sum.subtotal = sum.subtotal.plus(line.amount)?;
            sum.discount = sum.discount.plus(line.discount)?;
            sum.tax = sum.tax.plus(line.tax)?;
        }
        sum.total = sum.subtotal.minus(sum.discount)?.plus(sum.tax)?;
        Ok(sum)
    }
}

impl Invoice {
    /// Checks that the invoice adds up: every line, the total, and what was paid of it.
    pub fn check(&self) -> Result<(), InvoiceError> {
        if self.lines.is_empty() {
            return Err(InvoiceError::NoLines);
        }
        for (at, line) in self.lines.iter().enumerate() {
            let computed = line.computed(self.currency)?;
            if computed != line.amount {
                let (quantity, unit_price, stated) = (line.quantity, line.unit_price, line.amount);
                return Err(InvoiceError::LineAmount {
                    line: at + 1,
                    quantity,
                    unit_price,
                    computed,
                    stated,
                });
            }
        }
        let computed = Totals::of(&self.lines, self.currency)?;
        if computed != self.totals {
            return Err(InvoiceError::Total { computed: computed.total, stated: self.totals.total });
        }
        // A credit note is paid by money that goes back: both are below nothing.
        let (paid, total) = match self.is_credit_note() {
            true => (self.amount_paid.times(-1)?, self.totals.total.times(-1)?),
            false => (self.amount_paid, self.totals.total),
        };
        if paid.is_negative() || total.minus(paid)?.is_negative() {
            return Err(InvoiceError::Paid { paid: self.amount_paid, total: self.totals.total });
        }
        Ok(())
    }

    /// Whether it gives back what another charged.
    pub fn is_credit_note(&self) -> bool {
        self.totals.total.is_negative()
    }

    /// Notes money that came; returns what is more than was due.
    pub fn pay(&mut self, amount: Money, now: Timestamp) -> Money {
        let due = self.amount_due();
        let excess = amount.minus(due).unwrap_or(amount);
        let excess = if excess.is_negative() { Money::zero(amount.currency()) } else { excess };
        let applied = amount.minus(excess).unwrap_or(amount);
        self.amount_paid = self.amount_paid.plus(applied).unwrap_or(self.amount_paid);
        if self.state == InvoiceState::Open && !applied.is_zero() {
            self.paid_at = Some(now);
            if self.amount_due().is_zero() {
                self.state = InvoiceState::Paid;
            }
        }
        excess
    }

    /// What is left to pay; nothing once paid or void.
    pub fn amount_due(&self) -> Money {
        match self.state {
            InvoiceState::Open => self.totals.total.minus(self.amount_paid).unwrap_or(self.totals.total),
            InvoiceState::Draft | InvoiceState::Paid | InvoiceState::Void => Money::zero(self.currency),
        }
    }

    /// What people read on `today`, the merchant's day; drafts have no such thing.
    pub fn status(&self, today: Date) -> Option<InvoiceStatus> {
        match self.state {
            InvoiceState::Draft => None,
            InvoiceState::Open if today > self.due_on => Some(InvoiceStatus::Overdue),
            InvoiceState::Open => Some(InvoiceStatus::Pending),
            InvoiceState::Paid => Some(InvoiceStatus::Paid),
            InvoiceState::Void => Some(InvoiceStatus::Void),
        }
    }
}
