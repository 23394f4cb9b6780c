-- Records that other contexts keep in tables of their own and that no block holds yet: one row a transaction, with the
-- hashes of the records as they were written. audit_pending_2 has the entries of the audit itself.
CREATE TABLE audit_pending_batch (
  number  bigint        GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  size    smallint      NOT NULL CHECK (size BETWEEN 1 AND 200),
  times   timestamptz[] NOT NULL,
  ids     uuid[]        NOT NULL,
  rests   bytea[]       NOT NULL,
  digests bytea[]       NOT NULL,
  xid     xid8          NOT NULL DEFAULT pg_current_xact_id(),
  CHECK (cardinality(ids) = size AND cardinality(times) = size AND cardinality(rests) = size AND cardinality(digests) = size)
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

-- Hashes cannot be compressed.
ALTER TABLE audit_pending_batch ALTER COLUMN rests SET STORAGE EXTERNAL, ALTER COLUMN digests SET STORAGE EXTERNAL;

CREATE INDEX audit_pending_batch_by_transaction ON audit_pending_batch (xid);
