-- One row per shard, all there from the beginning: whoever changes totals of the shard holds it.
-- The sums are numeric: they must take what 256 writers bring, whatever they bring.
CREATE TABLE view_shard (
  shard          integer PRIMARY KEY CHECK (shard BETWEEN 0 AND 255),
  views          numeric NOT NULL DEFAULT 0 CHECK (views >= 0),
  rejected_views numeric NOT NULL DEFAULT 0 CHECK (rejected_views >= 0),
  gone_views     numeric NOT NULL DEFAULT 0,
  gone_lost      numeric NOT NULL DEFAULT 0
) WITH (fillfactor = 20);

INSERT INTO view_shard (shard) SELECT generate_series(0, ${shards} - 1);

-- How far each writer's batches are in the totals.
CREATE TABLE view_writer (
  shard          integer          NOT NULL REFERENCES view_shard,
  writer         uuid             NOT NULL,
  via            text COLLATE "C" NOT NULL CHECK (via IN ('STAGING', 'DIRECT')),
  applied        bigint           NOT NULL DEFAULT 0 CHECK (applied >= 0),
  applied_views  bigint           NOT NULL DEFAULT 0,
  accepted_views bigint           NOT NULL DEFAULT 0,
  lost_views     bigint           NOT NULL DEFAULT 0,
  heartbeat      timestamptz      NOT NULL DEFAULT transaction_timestamp(),
  PRIMARY KEY (shard, writer)
) WITH (fillfactor = 40);

-- Narrow, apart from the account, and without a second index: nearly every raise stays in its page.
CREATE TABLE view_total (
  account_id uuid   PRIMARY KEY,
  views      bigint NOT NULL CHECK (views >= 0)
) WITH (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05);

-- Views by the UTC hour in which their batch was sealed. Months are parts, so that old ones go at once.
CREATE TABLE view_hour (
  hour       timestamptz NOT NULL CHECK (date_trunc('hour', hour, 'UTC') = hour),
  account_id uuid        NOT NULL,
  views      bigint      NOT NULL CHECK (views > 0),
  PRIMARY KEY (hour, account_id)
) PARTITION BY RANGE (hour);

CREATE TABLE view_hour_elsewhen PARTITION OF view_hour DEFAULT WITH (fillfactor = 85);

-- What could not be applied and was thrown away: for people to look at.
CREATE TABLE view_quarantine (
  shard          integer          NOT NULL REFERENCES view_shard,
  digest         uuid             NOT NULL,
  verdict        text COLLATE "C" NOT NULL,
  sealed_at      timestamptz      NOT NULL,
  quarantined_at timestamptz      NOT NULL DEFAULT transaction_timestamp(),
  writers        uuid[]           NOT NULL,
  from_seqs      bigint[]         NOT NULL,
  to_seqs        bigint[]         NOT NULL,
  to_views       bigint[]         NOT NULL,
  accounts       uuid[]           NOT NULL,
  views          bigint[]         NOT NULL,
  PRIMARY KEY (shard, digest)
);

-- The last flushes of all instances.
CREATE TABLE view_flush (
  number          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at              timestamptz NOT NULL,
  batches         integer     NOT NULL CHECK (batches >= 0),
  accounts        bigint      NOT NULL CHECK (accounts >= 0),
  views           bigint      NOT NULL CHECK (views >= 0),
  rejected        bigint      NOT NULL CHECK (rejected >= 0),
  duration_millis bigint      NOT NULL CHECK (duration_millis >= 0),
  logged_at       timestamptz NOT NULL DEFAULT transaction_timestamp()
);

-- Accounts by views, at most a minute old: a second index on the totals would make each flush twice as dear.
CREATE TABLE view_rank (
  account_id uuid             PRIMARY KEY,
  status     text COLLATE "C" NOT NULL CHECK (status IN ('ACTIVE', 'SUSPENDED', 'CLOSED')),
  views      bigint           NOT NULL CHECK (views >= 0)
) WITH (fillfactor = 90);

CREATE INDEX view_rank_by_views ON view_rank (status, views, account_id);

-- Whose totals were raised since the ranks were last refreshed, some thousands a row.
CREATE TABLE view_raised (
  number   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  accounts uuid[] NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 200);
ALTER TABLE view_raised ALTER COLUMN accounts SET STORAGE EXTERNAL;

-- One instance at a time refreshes, once a minute.
CREATE TABLE view_ranking (
  is_only      boolean     PRIMARY KEY DEFAULT true CHECK (is_only),
  refreshed_at timestamptz NOT NULL DEFAULT '-infinity'
);
INSERT INTO view_ranking DEFAULT VALUES;
