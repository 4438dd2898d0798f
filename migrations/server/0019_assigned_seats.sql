-- How many seats of a subscription the merchant's app has given to people; 0 where it does not say.
ALTER TABLE subscription ADD COLUMN assigned_seats BIGINT NOT NULL DEFAULT 0;
