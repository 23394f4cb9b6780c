-- Entries, blocks and checkpoints are only ever appended.
GRANT SELECT, INSERT ON audit_entry, audit_block, audit_checkpoint TO ${role};
GRANT SELECT, INSERT, DELETE ON audit_pending, audit_pending_2, audit_pending_batch TO ${role};
GRANT SELECT, INSERT, UPDATE, DELETE ON refused_sign_in TO ${role};
GRANT SELECT ON audit_published_block TO ${role};
