-- Mails to whoever runs this server are about nobody's account: `customer_id` may be empty. SQLite changes no
-- column in place, so the table is written anew.
CREATE TABLE mail_anew (
    id              TEXT   PRIMARY KEY,
    merchant_id     TEXT   NOT NULL REFERENCES merchant (id),
    customer_id     TEXT   REFERENCES customer (id),
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
INSERT INTO mail_anew (id, merchant_id, customer_id, kind, recipient, subject, link_id, message, state, created_at,
                       settled_at, attempts, next_attempt_at, lease_until, last_error)
    SELECT id, merchant_id, customer_id, kind, recipient, subject, link_id, message, state, created_at,
           settled_at, attempts, next_attempt_at, lease_until, last_error
      FROM mail;
DROP TABLE mail;
ALTER TABLE mail_anew RENAME TO mail;
CREATE INDEX mail_due ON mail (next_attempt_at);
CREATE INDEX mail_merchant ON mail (merchant_id, id);
CREATE INDEX mail_customer ON mail (merchant_id, customer_id, id);
