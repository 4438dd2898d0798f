-- Several portal configurations a merchant, each with a name and one of them the default; a customer, a link
-- or a session may have another. What was saved so far becomes the default, under the merchant's own id with
-- another prefix.

CREATE TABLE portal_configuration (
    id          TEXT   PRIMARY KEY,
    merchant_id TEXT   NOT NULL REFERENCES merchant (id),
    name        TEXT   NOT NULL,
    is_default  BIGINT NOT NULL,
    body        TEXT   NOT NULL,
    version     BIGINT NOT NULL,
    CONSTRAINT portal_configuration_name UNIQUE (merchant_id, name)
);
-- Of a merchant's configurations one is the default, whoever writes at the same time.
CREATE UNIQUE INDEX portal_configuration_default ON portal_configuration (merchant_id) WHERE is_default = 1;

INSERT INTO portal_configuration (id, merchant_id, name, is_default, body, version)
SELECT 'conf_' || substr(m.id, 5), m.id, 'Default', 1,
       COALESCE(c.body, '{"features":{"view_invoices":true,"download_pdfs":true,"update_payment":true,"view_subscription":true,"self_serve_changes":false,"cancel_subscription":true,"view_usage":true},"self_serve":{"allow_upgrades":true,"allow_downgrades":true,"allow_bank_accounts":false,"allow_cancelation":true,"cancelation_mode":"at_period_end","switchable_plans":[]},"session_minutes":60,"default_return_url":null,"version":1}'),
       COALESCE(c.version, 1)
  FROM merchant m LEFT JOIN configuration c ON c.merchant_id = m.id;
DROP TABLE configuration;

ALTER TABLE customer ADD COLUMN portal_configuration_id TEXT REFERENCES portal_configuration (id);
CREATE INDEX customer_configuration ON customer (portal_configuration_id) WHERE portal_configuration_id IS NOT NULL;

-- No foreign keys: what became of a link is told long after its configuration is gone.
ALTER TABLE portal_link ADD COLUMN configuration_id TEXT;
ALTER TABLE portal_session ADD COLUMN configuration_id TEXT;
CREATE INDEX portal_link_configuration ON portal_link (configuration_id) WHERE configuration_id IS NOT NULL;
CREATE INDEX portal_session_configuration ON portal_session (configuration_id) WHERE configuration_id IS NOT NULL;
