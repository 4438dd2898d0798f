-- Cancellations declared without a session, until the customer confirms them by the link in their mail. Of the
-- link's token only the hash is here.
CREATE TABLE cancel_request (
    token_hash      TEXT   PRIMARY KEY,
    merchant_id     TEXT   NOT NULL REFERENCES merchant (id),
    customer_id     TEXT   NOT NULL REFERENCES customer (id),
    -- The one that was named; any of the customer's otherwise.
    subscription_id TEXT   REFERENCES subscription (id),
    -- By the merchant's clock, as it stands on the receipt.
    requested_at    BIGINT NOT NULL,
    expires_at      BIGINT NOT NULL,
    used_at         BIGINT
);
CREATE INDEX cancel_request_customer ON cancel_request (merchant_id, customer_id);
CREATE INDEX customer_email ON customer (merchant_id, lower(email));
