-- The zone in which a customer is told moments, as an IANA name; the merchant's where there is none. Days of billing
-- stay the merchant's.
ALTER TABLE customer ADD COLUMN time_zone TEXT;
