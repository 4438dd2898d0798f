-- Prices in tiers and with tax, limits on seats, changes that wait for the period's end, and the quotes
-- that say beforehand what a change costs.

ALTER TABLE plan ADD COLUMN tiers TEXT NOT NULL DEFAULT '[]';
ALTER TABLE plan ADD COLUMN tax_rate TEXT NOT NULL DEFAULT '0';
ALTER TABLE plan ADD COLUMN seats_min BIGINT NOT NULL DEFAULT 1;
ALTER TABLE plan ADD COLUMN seats_max BIGINT;
ALTER TABLE plan ADD COLUMN self_serve_changes BIGINT NOT NULL DEFAULT 1;

ALTER TABLE subscription ADD COLUMN tiers TEXT NOT NULL DEFAULT '[]';
ALTER TABLE subscription ADD COLUMN tax_rate TEXT NOT NULL DEFAULT '0';
ALTER TABLE subscription ADD COLUMN pending_change TEXT;

-- The time a line pays for, and the whole period where that is a part of one.
ALTER TABLE invoice_line ADD COLUMN period_start BIGINT;
ALTER TABLE invoice_line ADD COLUMN period_end BIGINT;
ALTER TABLE invoice_line ADD COLUMN part_of_start BIGINT;
ALTER TABLE invoice_line ADD COLUMN part_of_end BIGINT;

-- What a customer was told that a change costs; the change they confirm is this one and no other.
CREATE TABLE quote (
    id              TEXT   PRIMARY KEY,
    merchant_id     TEXT   NOT NULL REFERENCES merchant (id),
    customer_id     TEXT   NOT NULL REFERENCES customer (id),
    subscription_id TEXT   NOT NULL REFERENCES subscription (id),
    state           TEXT   NOT NULL,
    body            TEXT   NOT NULL,
    expires_at      BIGINT NOT NULL
);
CREATE INDEX quote_subscription ON quote (merchant_id, subscription_id, id);
