-- The shard becomes the first column of the keys of totals, hours and days: all that a batch changes is of one shard.
-- Rows are copied while every shard is held. Until the end batches wait in staging, as for a busy shard, and readers
-- read the tables of before. Instances of the version before go on with the same names.

-- The shard of an id, as the service computes it, for rows that instances of the version before insert.
DO $$
BEGIN
  EXECUTE format($create$
    CREATE FUNCTION view_shard_of(subject uuid) RETURNS integer
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $body$
    DECLARE
      two_64 CONSTANT numeric := 18446744073709551616;
      hex text := replace(subject::text, '-', '');
      high numeric := ('x' || left(hex, 16))::bit(64)::bigint;
      low numeric := ('x' || right(hex, 16))::bit(64)::bigint;
      hash numeric := mod(mod(high * 31 + low, two_64) + two_64, two_64);
      factor numeric;
      bits bit(64);
    BEGIN
      FOREACH factor IN ARRAY ARRAY[18397679294719823053, 14181476777654086739, 1] LOOP
        bits := (CASE WHEN hash >= two_64 / 2 THEN hash - two_64 ELSE hash END)::bigint::bit(64);
        bits := bits # (bits >> 33);
        hash := mod((bits::bigint::numeric + two_64) * factor, two_64);
      END LOOP;
      RETURN mod(hash, %s);
    END $body$
    $create$, (SELECT shards FROM database_identity));
END $$;

CREATE FUNCTION view_shard_filled() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.shard := view_shard_of(NEW.account_id);
  RETURN NEW;
END $$;

-- Who changes totals holds the shard; who moves hours into days holds this lock. Both are kept until the end.
SELECT count(*) FROM (SELECT FROM view_shard ORDER BY shard FOR NO KEY UPDATE) AS held;
SELECT pg_advisory_xact_lock(hashtextextended('clientele view days', 0));

CREATE TABLE view_total_by_shard (
  account_id uuid    NOT NULL,
  views      bigint  NOT NULL CHECK (views >= 0),
  shard      integer NOT NULL
) WITH (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05);

INSERT INTO view_total_by_shard (shard, account_id, views)
SELECT view_shard_of(account_id) AS shard, account_id, views FROM view_total ORDER BY shard, account_id;

CREATE TABLE view_day_by_shard (
  day        timestamptz NOT NULL CHECK (date_trunc('day', day, 'UTC') = day),
  account_id uuid        NOT NULL,
  views      bigint      NOT NULL CHECK (views > 0),
  shard      integer     NOT NULL
) WITH (fillfactor = 95);

INSERT INTO view_day_by_shard (shard, day, account_id, views)
SELECT view_shard_of(account_id) AS shard, day, account_id, views FROM view_day ORDER BY shard, day, account_id;

CREATE TABLE view_hour_by_shard (
  hour       timestamptz NOT NULL CHECK (date_trunc('hour', hour, 'UTC') = hour),
  account_id uuid        NOT NULL,
  views      bigint      NOT NULL CHECK (views > 0),
  shard      integer     NOT NULL
) PARTITION BY RANGE (hour);

DO $$
DECLARE
  part record;
BEGIN
  FOR part IN
    SELECT relname, pg_get_expr(relpartbound, oid) AS bound
    FROM pg_inherits JOIN pg_class ON oid = inhrelid
    WHERE inhparent = 'view_hour'::regclass
  LOOP
    EXECUTE format('CREATE TABLE %I PARTITION OF view_hour_by_shard %s WITH (fillfactor = 85)',
      'new_' || part.relname, part.bound);
  END LOOP;
END $$;

INSERT INTO view_hour_by_shard (shard, hour, account_id, views)
SELECT view_shard_of(account_id) AS shard, hour, account_id, views FROM view_hour ORDER BY shard, hour, account_id;

ALTER TABLE view_total_by_shard ADD CONSTRAINT view_total_key PRIMARY KEY (shard, account_id);
ALTER TABLE view_day_by_shard ADD CONSTRAINT view_day_key PRIMARY KEY (shard, day, account_id);
ALTER TABLE view_hour_by_shard ADD CONSTRAINT view_hour_key PRIMARY KEY (shard, hour, account_id);

-- Statements of the version before, and what others read by subject, name no shard.
CREATE UNIQUE INDEX view_total_by_account ON view_total_by_shard (account_id);
CREATE UNIQUE INDEX view_day_by_account ON view_day_by_shard (day, account_id);
CREATE UNIQUE INDEX view_hour_by_account ON view_hour_by_shard (hour, account_id);

CREATE TRIGGER shard_filled BEFORE INSERT ON view_total_by_shard
FOR EACH ROW WHEN (NEW.shard IS NULL) EXECUTE FUNCTION view_shard_filled();
CREATE TRIGGER shard_filled BEFORE INSERT ON view_day_by_shard
FOR EACH ROW WHEN (NEW.shard IS NULL) EXECUTE FUNCTION view_shard_filled();
CREATE TRIGGER shard_filled BEFORE INSERT ON view_hour_by_shard
FOR EACH ROW WHEN (NEW.shard IS NULL) EXECUTE FUNCTION view_shard_filled();

ANALYZE view_total_by_shard, view_day_by_shard, view_hour_by_shard;

-- Readers wait from here to the end only. The service's role keeps its rights: running instances notice nothing.
DO $$
DECLARE
  name text;
  part text;
  service text;
BEGIN
  FOREACH name IN ARRAY ARRAY['view_total', 'view_day', 'view_hour'] LOOP
    FOR service IN
      SELECT DISTINCT grantee::regrole::text
      FROM pg_class, aclexplode(relacl)
      WHERE oid = name::regclass AND grantee <> relowner AND grantee <> 0
    LOOP
      EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO %s', name || '_by_shard', service);
    END LOOP;
    EXECUTE format('ALTER TABLE %I RENAME TO %I', name, name || '_before');
    EXECUTE format('ALTER TABLE %I RENAME TO %I', name || '_by_shard', name);
  END LOOP;
  CREATE OR REPLACE VIEW views_published_total AS SELECT account_id AS subject, views FROM view_total;
  CREATE OR REPLACE VIEW views_published_hour AS SELECT hour, account_id AS subject, views FROM view_hour;
  CREATE OR REPLACE VIEW views_published_day AS SELECT day, account_id AS subject, views FROM view_day;
  CREATE OR REPLACE VIEW views_published_change AS SELECT account_id AS subject, xmin AS changed_in FROM view_total;
  DROP TABLE view_total_before, view_day_before, view_hour_before;
  FOR part IN SELECT relname FROM pg_inherits JOIN pg_class ON oid = inhrelid WHERE inhparent = 'view_hour'::regclass LOOP
    EXECUTE format('ALTER TABLE %I RENAME TO %I', part, substr(part, 5));
  END LOOP;
END $$;
