GRANT SELECT, INSERT, UPDATE ON hook_message TO ${role};
GRANT SELECT, INSERT, DELETE ON hook_message_external_id TO ${role};
