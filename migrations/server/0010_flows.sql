-- Errands: when the one a session was for was done.
ALTER TABLE portal_session ADD COLUMN flow_completed_at BIGINT;
