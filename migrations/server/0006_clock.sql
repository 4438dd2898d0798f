-- Billing that happens by itself: numbers of our own, what falls due, what is collected, and clocks of
-- merchants who only try things out.

-- How far the merchant's days run ahead of the real ones, in microseconds; empty for merchants whose time
-- is real. While `clock_target` is set, its clock is on the way there.
ALTER TABLE merchant ADD COLUMN clock_ahead BIGINT;
ALTER TABLE merchant ADD COLUMN clock_target BIGINT;

-- Numbers Portico gives its invoices: what they begin with, which no other number does, and the last one.
-- The row is bumped in the transaction of the invoice, so a number is given exactly when its invoice is
-- written: no gaps, none twice.
ALTER TABLE merchant ADD COLUMN invoice_prefix TEXT;
ALTER TABLE merchant ADD COLUMN invoice_last BIGINT NOT NULL DEFAULT 0;

-- The first instant of the period an invoice begins, if it renews a subscription: each period is billed
-- once, whatever number of servers try.
ALTER TABLE invoice ADD COLUMN renews_from BIGINT;
CREATE UNIQUE INDEX invoice_renewal ON invoice (subscription_id, renews_from);

-- When the clock has something to do with it: end it, renew it, or end its trial.
ALTER TABLE subscription ADD COLUMN due_at BIGINT;
UPDATE subscription SET due_at = CASE
    WHEN status = 'canceled' THEN NULL
    WHEN ends_at IS NOT NULL THEN ends_at
    WHEN status = 'trialing' AND trial_end IS NOT NULL THEN trial_end
    ELSE period_end END;
CREATE INDEX subscription_due ON subscription (merchant_id, due_at);
-- When to tell the customer that the trial ends soon; empty once told.
ALTER TABLE subscription ADD COLUMN remind_at BIGINT;
CREATE INDEX subscription_reminder ON subscription (merchant_id, remind_at);

-- Invoices Portico collects by itself, until they are settled or given up.
CREATE TABLE collection (
    invoice_id      TEXT   PRIMARY KEY REFERENCES invoice (id),
    merchant_id     TEXT   NOT NULL REFERENCES merchant (id),
    subscription_id TEXT   NOT NULL REFERENCES subscription (id),
    -- Tries that failed.
    failures        BIGINT NOT NULL,
    -- When to try, or when the try that is under way was due.
    next_try_at     BIGINT NOT NULL,
    -- The try that is under way.
    payment_id      TEXT   REFERENCES payment (id)
);
CREATE INDEX collection_due ON collection (merchant_id, next_try_at);
CREATE INDEX collection_subscription ON collection (merchant_id, subscription_id);
