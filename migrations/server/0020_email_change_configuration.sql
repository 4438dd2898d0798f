-- The portal configuration whose session asked for the address: it says, when the address is confirmed, whether it
-- may be. The customer's where there is none.
ALTER TABLE email_change ADD COLUMN configuration_id TEXT;
