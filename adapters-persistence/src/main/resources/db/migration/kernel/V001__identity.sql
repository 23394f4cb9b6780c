-- Which database this is. Redis keys carry its name, so that two databases may share a Redis.
CREATE TABLE database_identity (
  is_only    boolean     PRIMARY KEY DEFAULT true CHECK (is_only),
  id         uuid        NOT NULL DEFAULT gen_random_uuid(),
  shards     integer     NOT NULL CHECK (shards BETWEEN 1 AND 256),
  created_at timestamptz NOT NULL DEFAULT transaction_timestamp()
);

-- The number of shards is fixed here: an account's shard depends on it.
INSERT INTO database_identity (shards) VALUES (${shards});
