-- What all instances observed of the endpoint: failures since the last success, the first of them, and until when it
-- asked to wait. The newest checkpoint counts.
ALTER TABLE webhook_checkpoint ADD COLUMN failures integer NOT NULL DEFAULT 0;
ALTER TABLE webhook_checkpoint ADD COLUMN failing_since timestamptz;
ALTER TABLE webhook_checkpoint ADD COLUMN busy_until timestamptz;

UPDATE webhook_checkpoint SET failing_since = webhook.failing_since FROM webhook WHERE webhook.id = webhook_id;
