-- Cards and bank accounts on file. A copy made before there were any begins anew, so that none is missing.
CREATE TABLE payment_method (
    id           TEXT PRIMARY KEY,
    customer_id  TEXT   NOT NULL,
    created_at   BIGINT NOT NULL,
    json         TEXT   NOT NULL
);
CREATE INDEX payment_method_by_customer ON payment_method (customer_id, created_at);
DELETE FROM standing;
