-- active_since: when the webhook began to send, at its creation or at its last restart. NULL: at its creation.
ALTER TABLE webhook ADD COLUMN active_since timestamptz;
