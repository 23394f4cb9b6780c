-- How many accounts there are of each status. The row is raised by a job alone: else every change would wait for it.
CREATE TABLE account_count (
  is_only   boolean PRIMARY KEY DEFAULT true CHECK (is_only),
  active    bigint  NOT NULL,
  suspended bigint  NOT NULL,
  closed    bigint  NOT NULL
);

-- How many accounts were opened on each UTC day, for ever.
CREATE TABLE account_day (
  day    timestamptz PRIMARY KEY CHECK (date_trunc('day', day, 'UTC') = day),
  opened bigint      NOT NULL
);

-- The same by minute: how many are new is asked again and again.
CREATE TABLE account_minute (
  minute timestamptz PRIMARY KEY CHECK (date_trunc('minute', minute) = minute),
  opened bigint      NOT NULL
);

-- What changed since, a row a statement or change: nobody waits for anybody. A job adds them up.
CREATE TABLE account_delta (
  number    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  minute    timestamptz,
  opened    bigint NOT NULL,
  active    bigint NOT NULL,
  suspended bigint NOT NULL,
  closed    bigint NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

INSERT INTO account_count (active, suspended, closed)
SELECT count(*) FILTER (WHERE status = 'ACTIVE'), count(*) FILTER (WHERE status = 'SUSPENDED'),
  count(*) FILTER (WHERE status = 'CLOSED')
FROM account;

INSERT INTO account_day (day, opened)
SELECT date_trunc('day', created_at, 'UTC') AS day, count(*) FROM account GROUP BY day;

INSERT INTO account_minute (minute, opened)
SELECT date_trunc('minute', created_at) AS minute, count(*) FROM account GROUP BY minute;

-- Whoever opens accounts or changes their status is counted, by whatever statement.
CREATE FUNCTION account_opened() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO account_delta (minute, opened, active, suspended, closed)
  SELECT date_trunc('minute', created_at) AS minute, count(*), count(*) FILTER (WHERE status = 'ACTIVE'),
    count(*) FILTER (WHERE status = 'SUSPENDED'), count(*) FILTER (WHERE status = 'CLOSED')
  FROM opened
  GROUP BY minute;
  RETURN NULL;
END $$;

CREATE TRIGGER opened_accounts_are_counted AFTER INSERT ON account
  REFERENCING NEW TABLE AS opened
  FOR EACH STATEMENT EXECUTE FUNCTION account_opened();

CREATE FUNCTION account_status_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO account_delta (opened, active, suspended, closed)
  VALUES (0, (NEW.status = 'ACTIVE')::int - (OLD.status = 'ACTIVE')::int,
    (NEW.status = 'SUSPENDED')::int - (OLD.status = 'SUSPENDED')::int,
    (NEW.status = 'CLOSED')::int - (OLD.status = 'CLOSED')::int);
  RETURN NULL;
END $$;

CREATE TRIGGER changed_statuses_are_counted AFTER UPDATE OF status ON account
  FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION account_status_changed();
