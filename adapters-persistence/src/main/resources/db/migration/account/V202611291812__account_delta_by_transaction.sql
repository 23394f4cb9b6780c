-- The transaction that left a delta, so that readers and the job that adds deltas up find what was committed since the
-- job's last look, and do not pass the rows that it deleted: these stay while any session holds an old snapshot. The
-- table holds the changes of some seconds, so it is locked for a short time.
ALTER TABLE account_delta ADD COLUMN xid xid8 NOT NULL DEFAULT pg_current_xact_id();
ALTER TABLE account_delta ADD CONSTRAINT account_delta_by_transaction UNIQUE (xid, number);

-- The snapshot of the last look that took all deltas it saw. NULL: readers read all deltas.
ALTER TABLE account_count ADD COLUMN seen pg_snapshot;
