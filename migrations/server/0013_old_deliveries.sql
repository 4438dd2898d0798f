-- Settled deliveries are forgotten after a while, the oldest first.

CREATE INDEX webhook_delivery_settled ON webhook_delivery (settled_at, id) WHERE settled_at IS NOT NULL;
