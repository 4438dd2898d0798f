-- Who writes a subscription's invoices: `portico`, or `elsewhere` for another system of the merchant's.
ALTER TABLE subscription ADD COLUMN billed_by TEXT NOT NULL DEFAULT 'portico';
