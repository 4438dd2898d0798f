-- Cards and bank accounts on file, and the payments made with them. Of a number only its last four digits
-- are here; `token` is what the payment provider knows it by.

CREATE TABLE payment_method (
    id          TEXT   PRIMARY KEY,
    merchant_id TEXT   NOT NULL REFERENCES merchant (id),
    customer_id TEXT   NOT NULL REFERENCES customer (id),
    instrument  TEXT   NOT NULL,
    holder      TEXT   NOT NULL,
    address     TEXT   NOT NULL,
    token       TEXT   NOT NULL,
    -- The provider's keyed hash of the number: tells that the same one is put on file twice.
    fingerprint TEXT   NOT NULL,
    is_default  BIGINT NOT NULL,
    created_at  BIGINT NOT NULL,
    removed_at  BIGINT,
    version     BIGINT NOT NULL
);
CREATE INDEX payment_method_merchant ON payment_method (merchant_id, id);
CREATE INDEX payment_method_customer ON payment_method (merchant_id, customer_id, id);
-- Of a customer's payment methods one is the default, whoever writes at the same time.
CREATE UNIQUE INDEX payment_method_default ON payment_method (customer_id)
    WHERE is_default = 1 AND removed_at IS NULL;

CREATE TABLE payment (
    id              TEXT   PRIMARY KEY,
    merchant_id     TEXT   NOT NULL REFERENCES merchant (id),
    customer_id     TEXT   NOT NULL REFERENCES customer (id),
    method_id       TEXT   NOT NULL REFERENCES payment_method (id),
    method          TEXT   NOT NULL,
    purpose         TEXT   NOT NULL,
    -- What is paid: the id of an invoice or a quote.
    subject         TEXT   NOT NULL,
    -- The payment a customer began together with this one, itself if it was the first.
    batch           TEXT   NOT NULL,
    amount          BIGINT NOT NULL,
    currency        TEXT   NOT NULL,
    status          TEXT   NOT NULL,
    action_url      TEXT,
    failure         TEXT,
    created_at      BIGINT NOT NULL,
    settled_at      BIGINT,
    -- When to ask the provider how it went, should whoever began it never have come back.
    next_attempt_at BIGINT,
    version         BIGINT NOT NULL
);
CREATE INDEX payment_merchant ON payment (merchant_id, id);
CREATE INDEX payment_customer ON payment (merchant_id, customer_id, id);
CREATE INDEX payment_batch ON payment (merchant_id, batch, id);
CREATE INDEX payment_due ON payment (next_attempt_at);
-- Nothing is paid twice: of one invoice or quote at most one payment is under way.
CREATE UNIQUE INDEX payment_under_way ON payment (subject) WHERE settled_at IS NULL;

-- The books of the sandbox, which stands in for a payment provider: what it was asked, and what it answered.
CREATE TABLE sandbox_charge (
    payment_id  TEXT   PRIMARY KEY,
    merchant_id TEXT   NOT NULL REFERENCES merchant (id),
    token       TEXT   NOT NULL,
    amount      BIGINT NOT NULL,
    currency    TEXT   NOT NULL,
    answer      TEXT   NOT NULL
);
