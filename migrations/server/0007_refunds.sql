-- Money that goes back, and the sandbox's books of it.

CREATE TABLE refund (
    id              TEXT   PRIMARY KEY,
    merchant_id     TEXT   NOT NULL REFERENCES merchant (id),
    customer_id     TEXT   NOT NULL REFERENCES customer (id),
    payment_id      TEXT   NOT NULL REFERENCES payment (id),
    amount          BIGINT NOT NULL,
    currency        TEXT   NOT NULL,
    reason          TEXT   NOT NULL,
    created_at      BIGINT NOT NULL,
    settled_at      BIGINT,
    -- When to ask the provider for it; empty once it is settled.
    next_attempt_at BIGINT
);
CREATE INDEX refund_payment ON refund (merchant_id, payment_id);
CREATE INDEX refund_due ON refund (next_attempt_at);

CREATE TABLE sandbox_refund (
    refund_id   TEXT   PRIMARY KEY,
    merchant_id TEXT   NOT NULL REFERENCES merchant (id),
    payment_id  TEXT   NOT NULL,
    amount      BIGINT NOT NULL,
    currency    TEXT   NOT NULL
);

-- Of one subscription at most one change is being paid.
CREATE UNIQUE INDEX quote_paying ON quote (subscription_id) WHERE state = 'paying';
CREATE INDEX quote_expired ON quote (expires_at) WHERE state = 'open';
