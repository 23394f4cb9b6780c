-- Accounts by views: a projection that this context owns and keeps from what views publishes. Its rows are those of
-- view_rank. Instances of the version before read and write them under the old name, until a later migration drops it.
ALTER TABLE view_rank RENAME TO account_rank;
ALTER INDEX view_rank_pkey RENAME TO account_rank_pkey;
ALTER INDEX view_rank_by_views RENAME TO account_rank_by_views;

CREATE VIEW view_rank AS SELECT account_id, status, views FROM account_rank;

-- The service's role has its rights on the old name in the same transaction: running instances notice nothing.
DO $$
DECLARE
  service text;
BEGIN
  FOR service IN
    SELECT DISTINCT grantee::regrole::text
    FROM pg_class, aclexplode(relacl)
    WHERE oid = 'account_rank'::regclass AND grantee <> relowner AND grantee <> 0
  LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON view_rank TO %s', service);
  END LOOP;
END $$;

-- Accounts whose rank is behind their total, 2,000 a row.
CREATE TABLE account_rank_queue (
  number   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  accounts uuid[] NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 200);
ALTER TABLE account_rank_queue ALTER COLUMN accounts SET STORAGE EXTERNAL;

-- The last search for changed totals. seen_views: the sum of all views at that time. seen_to: all transactions before
-- this one had ended; NULL: the next search takes all totals.
CREATE TABLE account_ranking (
  is_only     boolean     PRIMARY KEY DEFAULT true CHECK (is_only),
  searched_at timestamptz NOT NULL DEFAULT '-infinity',
  seen_views  numeric     NOT NULL DEFAULT -1,
  seen_to     xid8
);
INSERT INTO account_ranking DEFAULT VALUES;
