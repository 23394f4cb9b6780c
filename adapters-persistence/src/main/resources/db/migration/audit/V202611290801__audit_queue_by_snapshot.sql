-- Entries that no block holds yet. The transaction's id is kept, so that the chain's job finds what was committed since
-- the snapshot of its last look, and does not walk over the rows that it deleted. audit_pending is the queue of older
-- instances: they chain entries of format 1, and must not see these.
CREATE TABLE audit_pending_2 (
  number   bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  entry_at timestamptz NOT NULL,
  entry_id uuid        NOT NULL,
  xid      xid8        NOT NULL DEFAULT pg_current_xact_id()
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

CREATE INDEX audit_pending_2_by_transaction ON audit_pending_2 (xid);

-- The snapshot of a look that took all entries it saw; of a look that left some, the snapshot of the look before. It
-- helps to search, and proves nothing: no hash covers it.
ALTER TABLE audit_block ADD COLUMN seen pg_snapshot;

-- The SHA-256 of the event that was published with the entry, empty if there is none; NULL for entries of format 1.
ALTER TABLE audit_entry ADD COLUMN digest bytea CHECK (octet_length(digest) IN (0, 32));
