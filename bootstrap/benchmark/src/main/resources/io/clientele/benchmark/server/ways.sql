-- Tables of the shape of the ledger's, for ways of flushing that the ledger does not have.
DROP SCHEMA IF EXISTS ways CASCADE;
CREATE SCHEMA ways;

-- As the ledger has them now: a second index serves instances of the version before.
CREATE TABLE ways.total_now (
  account_id uuid NOT NULL, views bigint NOT NULL, shard integer NOT NULL, PRIMARY KEY (shard, account_id)
) WITH (fillfactor = 85, autovacuum_enabled = false);
CREATE TABLE ways.hour_now (
  hour timestamptz NOT NULL, account_id uuid NOT NULL, views bigint NOT NULL, shard integer NOT NULL,
  PRIMARY KEY (shard, hour, account_id)
) WITH (fillfactor = 85, autovacuum_enabled = false);

-- With the key alone.
CREATE TABLE ways.total (LIKE ways.total_now INCLUDING INDEXES) WITH (fillfactor = 85, autovacuum_enabled = false);
CREATE TABLE ways.hour (LIKE ways.hour_now INCLUDING INDEXES) WITH (fillfactor = 85, autovacuum_enabled = false);

-- Hours of which no total knows yet, and batches as rows of arrays.
CREATE TABLE ways.hour_first (LIKE ways.hour_now INCLUDING INDEXES) WITH (fillfactor = 85, autovacuum_enabled = false);
CREATE TABLE ways.segment (
  number bigint GENERATED ALWAYS AS IDENTITY, shard integer NOT NULL, ids uuid[] NOT NULL, views bigint[] NOT NULL,
  PRIMARY KEY (shard, number)
) WITH (autovacuum_enabled = false);
ALTER TABLE ways.segment ALTER COLUMN ids SET STORAGE EXTERNAL, ALTER COLUMN views SET STORAGE MAIN;
CREATE TABLE ways.delta (account_id uuid NOT NULL, views bigint NOT NULL) WITH (autovacuum_enabled = false);

INSERT INTO ways.total_now (shard, account_id, views)
SELECT shard, account_id, 1
FROM (
  SELECT number % 16 AS shard, ('01930000-0000-7000-8000-' || lpad(to_hex(number), 12, '0'))::uuid AS account_id
  FROM generate_series(0, 999999) AS number
) AS made
ORDER BY shard, account_id;
INSERT INTO ways.total SELECT * FROM ways.total_now;
CREATE UNIQUE INDEX ON ways.total_now (account_id);
CREATE UNIQUE INDEX ON ways.hour_now (hour, account_id);
VACUUM (ANALYZE);
