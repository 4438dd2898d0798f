//! Meters and usage: what an import says was used, in the running period and before.
//!
//! In: records. Out: meters, events and the days they come to. Not here: events as apps send them
//! (`metering`), which never reach back behind what was charged.

use domain::{Aggregation, EventBody, Meter, MeterKey, Price, UsageEvent, parse_quantity};

use super::apply::{Import, Outcome, Refusal};
use super::fault::{Fault, Place};
use super::record::{MeterRecord, UsageRecord};
use crate::db::StoreError;
use crate::metering;
use crate::store::{meters, subscriptions, usage};

impl Import<'_> {
    pub(super) async fn meter(&mut self, place: &Place, record: MeterRecord) -> Result<Outcome, Refusal> {
        self.once("meter", Some(record.key.as_str()), place)?;
        for (field, text, most) in [("name", &record.name, 100), ("unit", &record.unit, 40)] {
            let length = text.chars().count();
            if text.trim().is_empty() || length > most || text.chars().any(char::is_control) {
                let message = format!("is not one line of 1 to {most} characters");
                return Err(Fault::of(place, field, text, message).into());
            }
        }
        let (tx, merchant) = (&mut self.tx, &self.merchant.id);
        let known = meters::find_by_keys(tx, merchant, &[&record.key]).await?.pop();
        let (meter, outcome) = match known {
            None => {
                let meter = Meter {
                    id: record.id.unwrap_or_else(|| self.app.new_id()),
                    key: record.key,
                    name: record.name,
                    unit: record.unit,
                    aggregation: record.aggregation,
                    created_at: record.created_at.unwrap_or_else(|| self.app.clock.now()),
                    version: 1,
                };
                meters::insert(tx, merchant, &meter).await?;
                (meter, Outcome::Added)
            }
            Some(meter) if meter.aggregation != record.aggregation => {
                let message = "counts in another way already; add a meter with another key instead";
                return Err(Fault::at(place, message).into());
            }
            Some(meter) if (&meter.name, &meter.unit) == (&record.name, &record.unit) => {
                (meter, Outcome::Unchanged)
            }
            Some(mut meter) => {
                let what = format!("{} ({}) → {} ({})", meter.name, meter.unit, record.name, record.unit);
                (meter.name, meter.unit) = (record.name, record.unit);
                meters::save(tx, merchant, &mut meter).await?;
                (meter, Outcome::Changed(what))
            }
        };
        if !matches!(outcome, Outcome::Unchanged) {
            self.events.push(EventBody::MeterSaved { meter: meter.clone() });
        }
        self.meters.insert(meter.key.clone(), Some(meter));
        Ok(outcome)
    }

    /// Refuses a price for what nobody counts.
    pub(super) async fn priced_meters(&mut self, place: &Place, price: &Price) -> Result<(), Refusal> {
        for metered in &price.metered {
            self.find_meter(place, &metered.meter).await?;
        }
        Ok(())
    }

    pub(super) async fn usage(&mut self, place: &Place, record: UsageRecord) -> Result<Outcome, Refusal> {
        self.once("usage", Some(&record.id), place)?;
        if record.id.is_empty() || record.id.chars().count() > 100 || record.id.chars().any(char::is_control)
        {
            return Err(Fault::of(place, "id", &record.id, "is not 1 to 100 plain characters").into());
        }
        let quantity = record.quantity.normalize().to_string();
        parse_quantity(&quantity).map_err(|error| Fault::of(place, "quantity", &quantity, error))?;
        let meter = self.find_meter(place, &record.meter).await?;
        if (meter.aggregation == Aggregation::Unique) != record.value.is_some() {
            return Err(Fault::at(place, "a value goes with a meter that counts different values").into());
        }
        let id = self.find_subscription(place, &record.subscription).await?;
        let (tx, merchant) = (&mut self.tx, &self.merchant.id);
        let missing =
            || Fault::of(place, "subscription", &record.subscription, "there is no such subscription");
        let subscription = subscriptions::find(tx, merchant, &id).await?.ok_or_else(missing)?;
        let event = UsageEvent {
            id: record.id,
            customer_id: subscription.customer_id.clone(),
            subscription_id: id,
            meter: record.meter,
            at: record.at,
            quantity: record.quantity.normalize(),
            value: record.value,
        };
        match usage::find_events(tx, merchant, &[&event.id]).await?.pop() {
            Some(known) if known == event => return Ok(Outcome::Unchanged),
            Some(_) => {
                return Err(
                    Fault::of(place, "id", &event.id, "was counted already, with other content").into()
                );
            }
            None => {}
        }
        if metering::period_of(&subscription, event.at, &self.zone).is_none() {
            let message = "lies in no period of its subscription up to the running one";
            return Err(Fault::of(place, "at", &event.at.to_string(), message).into());
        }
        self.new_usage.push((event, subscription));
        Ok(Outcome::Added)
    }

    /// Writes the usage that has gathered.
    pub(super) async fn flush_usage(&mut self) -> Result<(), StoreError> {
        let new = std::mem::take(&mut self.new_usage);
        if new.is_empty() {
            return Ok(());
        }
        let meters = self.meters.values().flatten().map(|meter| (meter.key.clone(), meter.clone())).collect();
        let now = self.app.clock.now();
        metering::restore(&mut self.tx, self.merchant, &meters, &self.zone, new, now).await
    }

    async fn find_meter(&mut self, place: &Place, key: &MeterKey) -> Result<Meter, Refusal> {
        if !self.meters.contains_key(key) {
            let found = meters::find_by_keys(&mut self.tx, &self.merchant.id, &[key]).await?.pop();
            self.meters.insert(key.clone(), found);
        }
        let missing =
            || Fault::of(place, "meter", key.as_str(), "there is no such meter, here or in Portico");
        Ok(self.meters.get(key).cloned().flatten().ok_or_else(missing)?)
    }
}
