-- The console's copy of one merchant's data. Each noun is kept as the JSON it came in; a column beside
-- it exists only where a query filters, sorts or adds up by it. Instants are BIGINT microseconds,
-- amounts BIGINT minor units, days TEXT as 2026-03-14.

-- Where the copy stands; no row before the first snapshot.
CREATE TABLE standing (
    one        INTEGER PRIMARY KEY CHECK (one = 1),
    epoch      TEXT   NOT NULL,
    sequence   BIGINT NOT NULL,
    pulled_at  BIGINT
);

-- What a merchant has exactly one of: `merchant`, `configuration`, `branding`.
CREATE TABLE single (
    kind  TEXT PRIMARY KEY,
    json  TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE plan (
    id    TEXT PRIMARY KEY,
    json  TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE customer (
    id    TEXT PRIMARY KEY,
    json  TEXT NOT NULL
);

-- What customers are sorted and found by, folded; read into memory when the file is opened.
CREATE TABLE directory (
    id         TEXT PRIMARY KEY,
    sort_name  TEXT NOT NULL,
    words      TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE subscription (
    id           TEXT PRIMARY KEY,
    customer_id  TEXT   NOT NULL,
    created_at   BIGINT NOT NULL,
    plan_name    TEXT   NOT NULL,
    status       TEXT   NOT NULL,
    json         TEXT   NOT NULL
);
CREATE INDEX subscription_by_customer ON subscription (customer_id, created_at, plan_name, status);
CREATE INDEX subscription_by_status ON subscription (status);

-- Drafts are kept out: nobody but the merchant's own books sees them.
CREATE TABLE invoice (
    id           TEXT PRIMARY KEY,
    customer_id  TEXT   NOT NULL,
    issued_on    TEXT   NOT NULL,
    due_on       TEXT   NOT NULL,
    currency     TEXT   NOT NULL,
    amount_due   BIGINT NOT NULL,
    is_open      BIGINT NOT NULL,
    json         TEXT   NOT NULL
);
CREATE INDEX invoice_by_customer ON invoice (customer_id, issued_on, id);
-- `is_open` is named again because the planner calls an index covering only if it is in it.
CREATE INDEX invoice_owed ON invoice (customer_id, currency, due_on, amount_due, is_open) WHERE is_open = 1;
CREATE INDEX invoice_due ON invoice (currency, due_on, amount_due, is_open) WHERE is_open = 1;
CREATE INDEX invoice_newest ON invoice (issued_on, id, customer_id, is_open) WHERE is_open = 1;

CREATE TABLE link (
    id           TEXT PRIMARY KEY,
    customer_id  TEXT   NOT NULL,
    created_at   BIGINT NOT NULL,
    json         TEXT   NOT NULL
);
CREATE INDEX link_by_customer ON link (customer_id, created_at);

CREATE TABLE session (
    id           TEXT PRIMARY KEY,
    customer_id  TEXT   NOT NULL,
    created_at   BIGINT NOT NULL,
    json         TEXT   NOT NULL
);
CREATE INDEX session_by_customer ON session (customer_id, created_at);

CREATE TABLE mail (
    id           TEXT PRIMARY KEY,
    customer_id  TEXT   NOT NULL,
    created_at   BIGINT NOT NULL,
    json         TEXT   NOT NULL
);
CREATE INDEX mail_by_customer ON mail (customer_id, created_at);

CREATE TABLE endpoint (
    id    TEXT PRIMARY KEY,
    json  TEXT NOT NULL
) WITHOUT ROWID;

-- The newest events, for the activity lists.
CREATE TABLE event (
    sequence     BIGINT PRIMARY KEY,
    customer_id  TEXT,
    json         TEXT NOT NULL
);
CREATE INDEX event_by_customer ON event (customer_id, sequence);

-- The pictures of the branding by their hash, so that the preview has them offline.
CREATE TABLE logo (
    sha256   TEXT PRIMARY KEY,
    picture  BLOB NOT NULL
) WITHOUT ROWID;
