-- The portable subset both engines read alike: ids and JSON are TEXT, money is BIGINT minor units beside
-- its currency, instants are BIGINT microseconds since 1970 UTC, days are TEXT as 2026-03-14, flags are
-- BIGINT 0 or 1, bytes are BYTEA. Every table carries the merchant.

CREATE TABLE server (
    one         BIGINT PRIMARY KEY CHECK (one = 1),
    -- Changes when the data was restored from a backup, so that replicas start over.
    epoch       TEXT   NOT NULL
);

CREATE TABLE merchant (
    id          TEXT   PRIMARY KEY,
    name        TEXT   NOT NULL,
    time_zone   TEXT   NOT NULL,
    currency    TEXT   NOT NULL,
    created_at  BIGINT NOT NULL,
    -- The newest sequence of the event log. Bumped inside each writing transaction, so commit order is
    -- sequence order and a feed cursor cannot skip a row.
    sequence    BIGINT NOT NULL
);

CREATE TABLE api_key (
    id          TEXT   PRIMARY KEY,
    merchant_id TEXT   NOT NULL REFERENCES merchant (id),
    name        TEXT   NOT NULL,
    role        TEXT   NOT NULL,
    secret_hash TEXT   NOT NULL UNIQUE,
    created_at  BIGINT NOT NULL,
    revoked_at  BIGINT
);

CREATE TABLE event (
    merchant_id TEXT   NOT NULL REFERENCES merchant (id),
    sequence    BIGINT NOT NULL,
    id          TEXT   NOT NULL UNIQUE,
    type        TEXT   NOT NULL,
    customer_id TEXT,
    at          BIGINT NOT NULL,
    actor       TEXT   NOT NULL,
    body        TEXT   NOT NULL,
    PRIMARY KEY (merchant_id, sequence)
);
CREATE INDEX event_customer ON event (merchant_id, customer_id, sequence);

CREATE TABLE customer (
    id          TEXT   PRIMARY KEY,
    merchant_id TEXT   NOT NULL REFERENCES merchant (id),
    external_id TEXT,
    name        TEXT   NOT NULL,
    email       TEXT   NOT NULL,
    locale      TEXT   NOT NULL,
    address     TEXT   NOT NULL,
    tax_ids     TEXT   NOT NULL,
    metadata    TEXT   NOT NULL,
    -- Name, e-mail and external id in lower case, for search.
    search      TEXT   NOT NULL,
    created_at  BIGINT NOT NULL,
    version     BIGINT NOT NULL,
    CONSTRAINT customer_external_id UNIQUE (merchant_id, external_id)
);
CREATE INDEX customer_merchant ON customer (merchant_id, id);

CREATE TABLE plan (
    id          TEXT   PRIMARY KEY,
    merchant_id TEXT   NOT NULL REFERENCES merchant (id),
    external_id TEXT,
    name        TEXT   NOT NULL,
    description TEXT   NOT NULL,
    amount      BIGINT NOT NULL,
    currency    TEXT   NOT NULL,
    interval    TEXT   NOT NULL,
    per_seat    BIGINT NOT NULL,
    self_serve_cancelation BIGINT NOT NULL,
    created_at  BIGINT NOT NULL,
    version     BIGINT NOT NULL,
    CONSTRAINT plan_external_id UNIQUE (merchant_id, external_id)
);

CREATE TABLE subscription (
    id           TEXT   PRIMARY KEY,
    merchant_id  TEXT   NOT NULL REFERENCES merchant (id),
    external_id  TEXT,
    customer_id  TEXT   NOT NULL REFERENCES customer (id),
    plan_id      TEXT   NOT NULL REFERENCES plan (id),
    plan_name    TEXT   NOT NULL,
    amount       BIGINT NOT NULL,
    currency     TEXT   NOT NULL,
    interval     TEXT   NOT NULL,
    per_seat     BIGINT NOT NULL,
    seats        BIGINT NOT NULL,
    status       TEXT   NOT NULL,
    anchor_day   BIGINT NOT NULL,
    anchor_month BIGINT NOT NULL,
    period_start BIGINT NOT NULL,
    period_end   BIGINT NOT NULL,
    trial_end    BIGINT,
    -- When a scheduled cancellation takes effect, while it waits; the worker looks here.
    ends_at      BIGINT,
    cancelation  TEXT,
    contract     TEXT,
    created_at   BIGINT NOT NULL,
    version      BIGINT NOT NULL,
    CONSTRAINT subscription_external_id UNIQUE (merchant_id, external_id)
);
CREATE INDEX subscription_customer ON subscription (merchant_id, customer_id, id);
CREATE INDEX subscription_merchant ON subscription (merchant_id, id);
CREATE INDEX subscription_ends ON subscription (ends_at);

CREATE TABLE invoice (
    id              TEXT   PRIMARY KEY,
    merchant_id     TEXT   NOT NULL REFERENCES merchant (id),
    external_id     TEXT,
    customer_id     TEXT   NOT NULL REFERENCES customer (id),
    subscription_id TEXT   REFERENCES subscription (id),
    number          TEXT   NOT NULL,
    state           TEXT   NOT NULL,
    currency        TEXT   NOT NULL,
    issued_on       TEXT   NOT NULL,
    due_on          TEXT   NOT NULL,
    bill_to_name    TEXT   NOT NULL,
    bill_to_address TEXT   NOT NULL,
    bill_to_tax_ids TEXT   NOT NULL,
    subtotal        BIGINT NOT NULL,
    discount        BIGINT NOT NULL,
    tax             BIGINT NOT NULL,
    total           BIGINT NOT NULL,
    amount_paid     BIGINT NOT NULL,
    paid_at         BIGINT,
    memo            TEXT   NOT NULL,
    created_at      BIGINT NOT NULL,
    version         BIGINT NOT NULL,
    CONSTRAINT invoice_external_id UNIQUE (merchant_id, external_id),
    CONSTRAINT invoice_number UNIQUE (merchant_id, number)
);
CREATE INDEX invoice_merchant ON invoice (merchant_id, id);
CREATE INDEX invoice_issued ON invoice (merchant_id, issued_on, id);
CREATE INDEX invoice_customer ON invoice (merchant_id, customer_id, issued_on, id);

CREATE TABLE invoice_line (
    invoice_id  TEXT   NOT NULL REFERENCES invoice (id),
    merchant_id TEXT   NOT NULL REFERENCES merchant (id),
    position    BIGINT NOT NULL,
    description TEXT   NOT NULL,
    quantity    TEXT   NOT NULL,
    unit_price  TEXT   NOT NULL,
    amount      BIGINT NOT NULL,
    discount    BIGINT NOT NULL,
    tax_rate    TEXT   NOT NULL,
    tax         BIGINT NOT NULL,
    PRIMARY KEY (invoice_id, position)
);

CREATE TABLE configuration (
    merchant_id TEXT   PRIMARY KEY REFERENCES merchant (id),
    body        TEXT   NOT NULL,
    version     BIGINT NOT NULL
);

CREATE TABLE branding (
    merchant_id TEXT   PRIMARY KEY REFERENCES merchant (id),
    body        TEXT   NOT NULL,
    version     BIGINT NOT NULL
);

-- Pictures are kept by hash, so a mail sent last year still finds its logo.
CREATE TABLE logo (
    merchant_id TEXT   NOT NULL REFERENCES merchant (id),
    sha256      TEXT   NOT NULL,
    media_type  TEXT   NOT NULL,
    bytes       BYTEA  NOT NULL,
    PRIMARY KEY (merchant_id, sha256)
);
CREATE INDEX logo_sha256 ON logo (sha256);

CREATE TABLE portal_link (
    id              TEXT   PRIMARY KEY,
    merchant_id     TEXT   NOT NULL REFERENCES merchant (id),
    customer_id     TEXT   NOT NULL REFERENCES customer (id),
    token_hash      TEXT   NOT NULL UNIQUE,
    purpose         TEXT   NOT NULL,
    created_by      TEXT   NOT NULL,
    created_at      BIGINT NOT NULL,
    expires_at      BIGINT NOT NULL,
    used_at         BIGINT,
    revoked_at      BIGINT,
    superseded_at   BIGINT,
    session_minutes BIGINT NOT NULL,
    initial_page    TEXT   NOT NULL,
    flow            TEXT,
    return_url      TEXT,
    locale          TEXT,
    settings        TEXT   NOT NULL
);
CREATE INDEX portal_link_merchant ON portal_link (merchant_id, id);
CREATE INDEX portal_link_customer ON portal_link (merchant_id, customer_id, id);

CREATE TABLE portal_session (
    id           TEXT   PRIMARY KEY,
    merchant_id  TEXT   NOT NULL REFERENCES merchant (id),
    link_id      TEXT   NOT NULL UNIQUE REFERENCES portal_link (id),
    customer_id  TEXT   NOT NULL REFERENCES customer (id),
    secret_hash  TEXT   NOT NULL UNIQUE,
    opened_at    BIGINT NOT NULL,
    expires_at   BIGINT NOT NULL,
    last_seen_at BIGINT NOT NULL,
    ended_at     BIGINT,
    revoked      BIGINT NOT NULL,
    initial_page TEXT   NOT NULL,
    flow         TEXT,
    return_url   TEXT,
    locale       TEXT,
    settings     TEXT   NOT NULL
);
CREATE INDEX portal_session_merchant ON portal_session (merchant_id, id);
CREATE INDEX portal_session_customer ON portal_session (merchant_id, customer_id, id);

CREATE TABLE mail (
    id              TEXT   PRIMARY KEY,
    merchant_id     TEXT   NOT NULL REFERENCES merchant (id),
    customer_id     TEXT   NOT NULL REFERENCES customer (id),
    kind            TEXT   NOT NULL,
    recipient       TEXT   NOT NULL,
    subject         TEXT   NOT NULL,
    link_id         TEXT   REFERENCES portal_link (id),
    -- The text as JSON; wiped once settled, because it holds the link.
    message         TEXT,
    state           TEXT   NOT NULL,
    created_at      BIGINT NOT NULL,
    settled_at      BIGINT,
    attempts        BIGINT NOT NULL,
    next_attempt_at BIGINT,
    lease_until     BIGINT,
    last_error      TEXT
);
CREATE INDEX mail_due ON mail (next_attempt_at);
CREATE INDEX mail_merchant ON mail (merchant_id, id);
CREATE INDEX mail_customer ON mail (merchant_id, customer_id, id);

CREATE TABLE webhook_endpoint (
    id              TEXT   PRIMARY KEY,
    merchant_id     TEXT   NOT NULL REFERENCES merchant (id),
    url             TEXT   NOT NULL,
    description     TEXT   NOT NULL,
    events          TEXT   NOT NULL,
    secret          TEXT   NOT NULL,
    enabled         BIGINT NOT NULL,
    disabled_reason TEXT,
    -- The first and the latest failure since the last success.
    failing_since   BIGINT,
    failed_at       BIGINT,
    created_at      BIGINT NOT NULL,
    version         BIGINT NOT NULL
);
CREATE INDEX webhook_endpoint_merchant ON webhook_endpoint (merchant_id, id);

CREATE TABLE webhook_delivery (
    id              TEXT   PRIMARY KEY,
    merchant_id     TEXT   NOT NULL REFERENCES merchant (id),
    endpoint_id     TEXT   NOT NULL REFERENCES webhook_endpoint (id),
    event_id        TEXT   NOT NULL,
    event_type      TEXT   NOT NULL,
    sequence        BIGINT NOT NULL,
    state           TEXT   NOT NULL,
    created_at      BIGINT NOT NULL,
    settled_at      BIGINT,
    attempts        BIGINT NOT NULL,
    -- Failed tries since it was queued, or queued again by hand: the place in the retry schedule.
    retries         BIGINT NOT NULL,
    last_attempt_id TEXT,
    -- Empty once settled.
    next_attempt_at BIGINT,
    -- Some server is trying until then.
    lease_until     BIGINT
);
CREATE INDEX webhook_delivery_due ON webhook_delivery (endpoint_id, next_attempt_at);
CREATE INDEX webhook_delivery_leased ON webhook_delivery (endpoint_id) WHERE lease_until IS NOT NULL;
CREATE INDEX webhook_delivery_endpoint ON webhook_delivery (merchant_id, endpoint_id, id);

CREATE TABLE webhook_attempt (
    id          TEXT   PRIMARY KEY,
    merchant_id TEXT   NOT NULL REFERENCES merchant (id),
    delivery_id TEXT   NOT NULL REFERENCES webhook_delivery (id),
    at          BIGINT NOT NULL,
    duration_ms BIGINT NOT NULL,
    outcome     TEXT   NOT NULL
);
CREATE INDEX webhook_attempt_delivery ON webhook_attempt (delivery_id, id);

CREATE TABLE idempotency_key (
    merchant_id  TEXT   NOT NULL REFERENCES merchant (id),
    route        TEXT   NOT NULL,
    idempotency_key TEXT NOT NULL,
    request_hash TEXT   NOT NULL,
    -- The answer as it was first given. Sealed with the caller's API key, which is not kept here, because
    -- an answer may hold a portal link or a signing secret.
    status       BIGINT NOT NULL,
    answer       BYTEA  NOT NULL,
    created_at   BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, route, idempotency_key)
);
CREATE INDEX idempotency_key_age ON idempotency_key (created_at);

-- Tries within the current window of a limit, shared by all servers on this database.
CREATE TABLE rate_limit (
    bucket       TEXT   PRIMARY KEY,
    window_start BIGINT NOT NULL,
    tries        BIGINT NOT NULL
);
