-- E-mail addresses customers want to use, until they have shown that they can read them. Of the token in the
-- mail only the hash is here.
CREATE TABLE email_change (
    token_hash  TEXT   PRIMARY KEY,
    merchant_id TEXT   NOT NULL REFERENCES merchant (id),
    customer_id TEXT   NOT NULL REFERENCES customer (id),
    email       TEXT   NOT NULL,
    created_at  BIGINT NOT NULL,
    expires_at  BIGINT NOT NULL,
    used_at     BIGINT
);
CREATE INDEX email_change_customer ON email_change (merchant_id, customer_id);
