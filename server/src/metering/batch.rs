//! A batch of usage events: each is counted, was counted before, or is refused, and holds up no other.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use contract::api::{NewUsageEvent, RefusedUsage, UsageRecorded};
use domain::{
    Aggregation, CustomerId, Merchant, Meter, MeterKey, Period, Subscription, SubscriptionId, Tally,
    UsageEvent, UsageRefusal, parse_quantity,
};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use rust_decimal::Decimal;

use super::too_large;
use crate::app::App;
use crate::db::{StoreError, Tx};
use crate::error::{AppError, sentence};
use crate::store::usage::{Day, DayKey};
use crate::store::{customers, meters, subscriptions, usage};
use crate::zone;

/// How many events fit into one call.
pub const MOST_EVENTS: usize = 5_000;

/// The longest id, and the longest value.
const LONGEST: usize = 100;

/// Takes a batch in, in one transaction.
///
/// The same id with the same content counts once, however often and by however many it is sent, and with
/// other content is refused. An event counts in the period its own time lies in as long as that period is not
/// charged; after that it is refused.
pub async fn record(
    tx: &mut Tx,
    app: &App,
    merchant: &Merchant,
    events: &[NewUsageEvent],
) -> Result<UsageRecorded, AppError> {
    let now = app.now_of(merchant);
    let mut batch = Batch { now, zone: zone::of(merchant), recorded: UsageRecorded::default() };
    let wanted: Vec<Wanted<'_>> = events
        .iter()
        .enumerate()
        .filter_map(|(index, event)| match Wanted::read(index, event) {
            Ok(wanted) => Some(wanted),
            Err(refusal) => batch.refuse(index, event, refusal),
        })
        .collect();
    let books = Books::open(tx, merchant, &wanted).await?;
    let counted = batch.sort(&books, wanted);
    if !counted.is_empty() {
        write(tx, merchant, &books.meters, &batch.zone, counted, now).await?;
    }
    batch.recorded.refused.sort_by_key(|refused| refused.index);
    Ok(batch.recorded)
}

/// Which field is wrong, and why.
type Refusal = (&'static str, String);

/// An event as far as it makes sense by itself.
struct Wanted<'a> {
    index: usize,
    event: &'a NewUsageEvent,
    who: Who<'a>,
    subscription: Option<SubscriptionId>,
    meter: MeterKey,
    at: Option<Timestamp>,
    quantity: Option<Decimal>,
}

enum Who<'a> {
    Id(CustomerId),
    Alias(&'a str),
}

fn plain(text: &str) -> bool {
    (1..=LONGEST).contains(&text.chars().count()) && !text.chars().any(char::is_control)
}

impl<'a> Wanted<'a> {
    fn read(index: usize, event: &'a NewUsageEvent) -> Result<Self, Refusal> {
        let unknown = || ("customer_id", "There is no such customer.".to_owned());
        if !plain(&event.id) {
            return Err(("id", format!("Send an id of 1 to {LONGEST} plain characters.")));
        }
        let who = match (&event.customer_id, &event.customer_alias) {
            (Some(id), None) => Who::Id(id.parse().map_err(|_| unknown())?),
            (None, Some(alias)) => Who::Alias(alias),
            (Some(_), Some(_)) | (None, None) => {
                return Err((
                    "customer_id",
                    "Name the customer by customer_id or customer_alias.".to_owned(),
                ));
            }
        };
        let no_subscription = |_| ("subscription_id", "There is no such subscription.".to_owned());
        let subscription = event.subscription_id.as_deref().map(|id| id.parse().map_err(no_subscription));
        let no_meter = |_| ("meter", "There is no such meter.".to_owned());
        let instant = |text: &String| {
            text.parse::<Timestamp>()
                .ok()
                .and_then(|at| Timestamp::from_microsecond(at.as_microsecond()).ok())
                .ok_or((
                    "timestamp",
                    "This is not an instant; write it like 2026-03-14T12:00:00Z.".to_owned(),
                ))
        };
        let quantity = event.quantity.as_deref().map(parse_quantity).transpose();
        Ok(Self {
            index,
            event,
            who,
            subscription: subscription.transpose()?,
            meter: event.meter.parse().map_err(no_meter)?,
            at: event.timestamp.as_ref().map(instant).transpose()?,
            quantity: quantity.map_err(|error| ("quantity", sentence(&error.to_string())))?,
        })
    }
}

/// What the database says about a batch.
struct Books {
    meters: HashMap<MeterKey, Meter>,
    ids: HashSet<CustomerId>,
    aliases: HashMap<String, CustomerId>,
    subscriptions: HashMap<CustomerId, Vec<Subscription>>,
    events: HashMap<String, UsageEvent>,
}

impl Books {
    /// Reads all that the batch names. The subscriptions are locked first, so that two batches with the same
    /// events wait for each other, and no period is charged while something is counted in it.
    async fn open(tx: &mut Tx, merchant: &Merchant, wanted: &[Wanted<'_>]) -> Result<Self, StoreError> {
        let merchant = &merchant.id;
        let (mut keys, mut ids, mut aliases) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        for one in wanted {
            keys.insert(&one.meter);
            match &one.who {
                Who::Id(id) => drop(ids.insert(id)),
                Who::Alias(alias) if plain(alias) || alias.chars().count() <= 200 => {
                    // Postgres refuses to be asked for a NUL.
                    if !alias.chars().any(char::is_control) {
                        aliases.insert(*alias);
                    }
                }
                Who::Alias(_) => {}
            }
        }
        let keys: Vec<_> = keys.into_iter().collect();
        let mut found = Vec::new();
        for keys in keys.chunks(256) {
            found.extend(meters::find_by_keys(tx, merchant, keys).await?);
        }
        let ids: Vec<_> = ids.into_iter().collect();
        let aliases: Vec<_> = aliases.into_iter().collect();
        let ids: HashSet<_> = customers::known_ids(tx, merchant, &ids).await?.into_iter().collect();
        let aliases: HashMap<_, _> =
            customers::ids_by_external_ids(tx, merchant, &aliases).await?.into_iter().collect();
        let all: BTreeSet<&CustomerId> = ids.iter().chain(aliases.values()).collect();
        let all: Vec<_> = all.into_iter().collect();
        let mut running: HashMap<CustomerId, Vec<Subscription>> = HashMap::new();
        for one in subscriptions::lock_running(tx, merchant, &all).await? {
            running.entry(one.customer_id.clone()).or_default().push(one);
        }
        let sent: Vec<&str> = wanted.iter().map(|one| one.event.id.as_str()).collect();
        let events = usage::find_events(tx, merchant, &sent).await?;
        Ok(Self {
            meters: found.into_iter().map(|meter| (meter.key.clone(), meter)).collect(),
            subscriptions: running,
            events: events.into_iter().map(|event| (event.id.clone(), event)).collect(),
            ids,
            aliases,
        })
    }

    fn customer(&self, who: &Who<'_>) -> Result<CustomerId, Refusal> {
        match who {
            Who::Id(id) => self.ids.get(id).cloned().ok_or("customer_id"),
            Who::Alias(alias) => self.aliases.get(*alias).cloned().ok_or("customer_alias"),
        }
        .map_err(|field| (field, "There is no such customer.".to_owned()))
    }
}

/// An event that counts, and the period it counts in.
struct Counted {
    event: UsageEvent,
    period: Period,
    /// Whether that was charged elsewhere, before Portico knew of it.
    settled: bool,
}

/// The period of a subscription that an imported event lies in, a stretch of the running one or one before.
pub fn period_of(subscription: &Subscription, at: Timestamp, zone: &TimeZone) -> Option<Period> {
    let mut stretches = subscription.stretches(subscription.period.end).into_iter();
    match subscription.period.start <= at {
        true => stretches.find(|stretch| at < stretch.period.end).map(|stretch| stretch.period),
        false => subscription.past_period(at, zone),
    }
}

/// Takes in what an import says was used; what lies before the running period counts as charged. The caller
/// knows that each event is new and lies in a period ([`period_of`]).
pub async fn restore(
    tx: &mut Tx,
    merchant: &Merchant,
    meters: &HashMap<MeterKey, Meter>,
    zone: &TimeZone,
    used: Vec<(UsageEvent, Subscription)>,
    now: Timestamp,
) -> Result<(), StoreError> {
    let counted = used.into_iter().filter_map(|(event, subscription)| {
        let period = period_of(&subscription, event.at, zone)?;
        Some(Counted { event, settled: period.start < subscription.period.start, period })
    });
    write(tx, merchant, meters, zone, counted.collect(), now).await
}

struct Batch {
    now: Timestamp,
    zone: TimeZone,
    recorded: UsageRecorded,
}

impl Batch {
    fn refuse<T>(&mut self, index: usize, event: &NewUsageEvent, (field, message): Refusal) -> Option<T> {
        self.recorded.refused.push(RefusedUsage {
            index: u32::try_from(index).unwrap_or(u32::MAX),
            id: event.id.chars().take(LONGEST).collect(),
            field: field.to_owned(),
            message,
        });
        None
    }

    /// Tells what counts from what was counted before and what is refused.
    fn sort(&mut self, books: &Books, wanted: Vec<Wanted<'_>>) -> Vec<Counted> {
        let mut counted: Vec<Counted> = Vec::with_capacity(wanted.len());
        let mut places: HashMap<&str, usize> = HashMap::new();
        for one in wanted {
            let id = one.event.id.as_str();
            let before = books.events.get(id).or_else(|| places.get(id).map(|at| &counted[*at].event));
            match self.decide(books, &one, before) {
                Ok(Some(new)) => {
                    places.insert(id, counted.len());
                    counted.push(new);
                    self.recorded.accepted += 1;
                }
                Ok(None) => self.recorded.duplicates += 1,
                Err(refusal) => self.refuse(one.index, one.event, refusal).unwrap_or_default(),
            }
        }
        counted
    }

    fn decide(
        &self,
        books: &Books,
        wanted: &Wanted<'_>,
        before: Option<&UsageEvent>,
    ) -> Result<Option<Counted>, Refusal> {
        let customer = books.customer(&wanted.who)?;
        let meter = books.meters.get(&wanted.meter);
        let meter = meter.ok_or_else(|| ("meter", "There is no such meter.".to_owned()))?;
        let (quantity, value) = measured(meter, wanted)?;
        if let Some(before) = before {
            let same = before.customer_id == customer
                && before.meter == meter.key
                && before.quantity == quantity
                && before.value.as_deref() == value
                && wanted.at.is_none_or(|at| at == before.at)
                && wanted.subscription.as_ref().is_none_or(|id| *id == before.subscription_id);
            let other = "Another event with this id was counted. Use a new id for a new event.";
            return if same { Ok(None) } else { Err(("id", other.to_owned())) };
        }
        let at = wanted.at.unwrap_or(self.now);
        let none = Vec::new();
        let running = books.subscriptions.get(&customer).unwrap_or(&none);
        let (subscription, period) = self.pays(running, wanted, at)?;
        let event = UsageEvent {
            id: wanted.event.id.clone(),
            customer_id: customer,
            subscription_id: subscription.id.clone(),
            meter: meter.key.clone(),
            at,
            quantity,
            value: value.map(str::to_owned),
        };
        Ok(Some(Counted { event, period, settled: false }))
    }

    /// The subscription that pays: the one named, or the oldest that can.
    fn pays<'s>(
        &self,
        running: &'s [Subscription],
        wanted: &Wanted<'_>,
        at: Timestamp,
    ) -> Result<(&'s Subscription, Period), Refusal> {
        let named = |one: &&Subscription| wanted.subscription.as_ref().is_none_or(|id| *id == one.id);
        let mut refusal = UsageRefusal::NotMetered;
        for one in running.iter().filter(named) {
            match one.usage_period(&wanted.meter, at, self.now, &self.zone) {
                Ok(period) => return Ok((one, period)),
                Err(UsageRefusal::NotMetered) => {}
                Err(other) => refusal = other,
            }
        }
        let field = match refusal {
            UsageRefusal::NotMetered => "meter",
            UsageRefusal::PeriodClosed | UsageRefusal::Future | UsageRefusal::Ended => "timestamp",
        };
        Err((field, sentence(&refusal.to_string())))
    }
}

/// How much an event says was used, and the value it counts.
fn measured<'e>(meter: &Meter, wanted: &Wanted<'e>) -> Result<(Decimal, Option<&'e str>), Refusal> {
    match (meter.aggregation, wanted.quantity, wanted.event.value.as_deref()) {
        (Aggregation::Unique, None, Some(value)) if plain(value) => Ok((Decimal::ONE, Some(value))),
        (Aggregation::Unique, None, _) => Err((
            "value",
            format!("This meter counts different values; send one of 1 to {LONGEST} characters."),
        )),
        (Aggregation::Unique, Some(_), _) => {
            Err(("quantity", "This meter counts different values; send a value and no quantity.".to_owned()))
        }
        (_, Some(quantity), None) => Ok((quantity, None)),
        (_, None, None) => Err(("quantity", "Say how much was used.".to_owned())),
        (_, _, Some(_)) => {
            Err(("value", "This meter adds quantities; send a quantity and no value.".to_owned()))
        }
    }
}

/// Writes the events, the values that are new, and what the days come to with them.
async fn write(
    tx: &mut Tx,
    merchant: &Merchant,
    meters: &HashMap<MeterKey, Meter>,
    zone: &TimeZone,
    counted: Vec<Counted>,
    now: Timestamp,
) -> Result<(), StoreError> {
    let merchant = &merchant.id;
    let fresh = fresh_values(tx, merchant, &counted).await?;
    let mut days: BTreeMap<DayKey, Day> = BTreeMap::new();
    for (at, Counted { event, period, settled }) in counted.iter().enumerate() {
        let key = DayKey {
            subscription: event.subscription_id.clone(),
            meter: event.meter.clone(),
            period_start: period.start,
            day: event.at.to_zoned(zone.clone()).date(),
        };
        let counts = event.value.is_none() || fresh.contains(&at);
        let tally = Tally::of(event, counts);
        merge(&mut days, meters, Day { key, period_end: period.end, tally, settled: *settled })?;
    }
    let keys: Vec<&DayKey> = days.keys().collect();
    for day in usage::find_days(tx, merchant, &keys).await? {
        merge(&mut days, meters, day)?;
    }
    let days: Vec<Day> = days.into_values().collect();
    usage::save_days(tx, merchant, &days, now).await?;
    let mut events: Vec<UsageEvent> = counted.into_iter().map(|one| one.event).collect();
    events.sort_by(|one, other| one.id.cmp(&other.id));
    usage::insert_events(tx, merchant, &events).await
}

fn merge(
    days: &mut BTreeMap<DayKey, Day>,
    meters: &HashMap<MeterKey, Meter>,
    day: Day,
) -> Result<(), StoreError> {
    let aggregation = meters.get(&day.key.meter).map_or(Aggregation::Sum, |meter| meter.aggregation);
    let tally = match days.remove(&day.key) {
        Some(sum) => sum.tally.plus(day.tally, aggregation).map_err(too_large)?,
        None => day.tally,
    };
    days.insert(day.key.clone(), Day { tally, ..day });
    Ok(())
}

/// Where in the batch values stand that their period had not seen; notes them as seen.
async fn fresh_values(
    tx: &mut Tx,
    merchant: &domain::MerchantId,
    counted: &[Counted],
) -> Result<HashSet<usize>, StoreError> {
    let mut groups: BTreeMap<(&SubscriptionId, &MeterKey, Timestamp), BTreeMap<&str, usize>> =
        BTreeMap::new();
    for (at, one) in counted.iter().enumerate() {
        if let Some(value) = &one.event.value {
            let group = (&one.event.subscription_id, &one.event.meter, one.period.start);
            groups.entry(group).or_default().entry(value).or_insert(at);
        }
    }
    let mut fresh = HashSet::new();
    for (group, mut values) in groups {
        let sent: Vec<&str> = values.keys().copied().collect();
        for known in usage::known_values(tx, merchant, group, &sent).await? {
            values.remove(known.as_str());
        }
        let new: Vec<&str> = values.keys().copied().collect();
        usage::insert_values(tx, merchant, group, &new).await?;
        fresh.extend(values.into_values());
    }
    Ok(fresh)
}
