-- Views by UTC day, for ever: hours that are old are moved here, so a view is in one of both.
CREATE TABLE view_day (
  day        timestamptz NOT NULL CHECK (date_trunc('day', day, 'UTC') = day),
  account_id uuid        NOT NULL,
  views      bigint      NOT NULL CHECK (views > 0),
  PRIMARY KEY (day, account_id)
) WITH (fillfactor = 95);

-- Views of all accounts of a shard by UTC day: whoever raises them holds the shard.
CREATE TABLE view_shard_day (
  shard integer     NOT NULL REFERENCES view_shard,
  day   timestamptz NOT NULL CHECK (date_trunc('day', day, 'UTC') = day),
  views numeric     NOT NULL CHECK (views > 0),
  PRIMARY KEY (shard, day)
) WITH (fillfactor = 50);

-- Which shard an account is in is not known here, and does not matter to sums.
INSERT INTO view_shard_day (shard, day, views)
SELECT 0, date_trunc('day', hour, 'UTC') AS day, sum(views)
FROM view_hour
GROUP BY day;
