GRANT SELECT, INSERT, UPDATE, DELETE ON webhook, webhook_lane, relay_instance, webhook_redelivery TO ${role};
GRANT SELECT, INSERT, DELETE ON webhook_checkpoint, webhook_dead_letter TO ${role};
-- Attempts are only ever appended; old days are dropped whole.
GRANT SELECT, INSERT ON webhook_attempt TO ${role};
