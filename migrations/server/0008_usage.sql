-- What customers use: meters, the events that merchants' apps send, and what they come to.

ALTER TABLE plan ADD COLUMN metered TEXT NOT NULL DEFAULT '[]';
ALTER TABLE subscription ADD COLUMN metered TEXT NOT NULL DEFAULT '[]';

CREATE TABLE meter (
    id          TEXT   PRIMARY KEY,
    merchant_id TEXT   NOT NULL REFERENCES merchant (id),
    key         TEXT   NOT NULL,
    name        TEXT   NOT NULL,
    unit        TEXT   NOT NULL,
    aggregation TEXT   NOT NULL,
    created_at  BIGINT NOT NULL,
    version     BIGINT NOT NULL,
    CONSTRAINT meter_key UNIQUE (merchant_id, key)
);

-- Each event as it was sent; the id is the merchant's own.
CREATE TABLE usage_event (
    merchant_id     TEXT   NOT NULL REFERENCES merchant (id),
    id              TEXT   NOT NULL,
    customer_id     TEXT   NOT NULL,
    subscription_id TEXT   NOT NULL,
    meter           TEXT   NOT NULL,
    at              BIGINT NOT NULL,
    quantity        TEXT   NOT NULL,
    value           TEXT,
    PRIMARY KEY (merchant_id, id)
);

-- What the events of a day come to. A period is the sum of its days, so a page costs the same however
-- many events there are.
CREATE TABLE usage_day (
    merchant_id     TEXT   NOT NULL REFERENCES merchant (id),
    subscription_id TEXT   NOT NULL REFERENCES subscription (id),
    meter           TEXT   NOT NULL,
    period_start    BIGINT NOT NULL,
    period_end      BIGINT NOT NULL,
    day             TEXT   NOT NULL,
    quantity        TEXT   NOT NULL,
    latest_at       BIGINT NOT NULL,
    latest_id       TEXT   NOT NULL,
    events          BIGINT NOT NULL,
    -- When it was charged; what was charged never changes.
    settled_at      BIGINT,
    PRIMARY KEY (subscription_id, period_start, meter, day)
);

-- The different values of a period, for meters that count each once.
CREATE TABLE usage_value (
    merchant_id     TEXT   NOT NULL REFERENCES merchant (id),
    subscription_id TEXT   NOT NULL REFERENCES subscription (id),
    meter           TEXT   NOT NULL,
    period_start    BIGINT NOT NULL,
    value           TEXT   NOT NULL,
    PRIMARY KEY (subscription_id, period_start, meter, value)
);
