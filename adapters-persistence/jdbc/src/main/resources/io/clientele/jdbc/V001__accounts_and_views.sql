-- For PostgreSQL and SQLite alike. Ids are text, times are microseconds since 1970.
CREATE TABLE IF NOT EXISTS clientele_account (
  id TEXT PRIMARY KEY,
  version BIGINT NOT NULL,
  status TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL,
  name TEXT,
  email TEXT,
  email_verified BIGINT NOT NULL,
  tax_country TEXT,
  tax_value TEXT,
  erased_at BIGINT
);
CREATE UNIQUE INDEX IF NOT EXISTS clientele_account_email ON clientele_account (email) WHERE status <> 'CLOSED';
CREATE UNIQUE INDEX IF NOT EXISTS clientele_account_tax_id ON clientele_account (tax_country, tax_value)
  WHERE status <> 'CLOSED' AND tax_value IS NOT NULL;
CREATE TABLE IF NOT EXISTS clientele_account_metadata (
  account_id TEXT NOT NULL REFERENCES clientele_account,
  name TEXT NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (account_id, name)
);
-- One row for each event of a stored change, in the transaction of the change.
CREATE TABLE IF NOT EXISTS clientele_account_audit (
  account_id TEXT NOT NULL,
  version BIGINT NOT NULL,
  action TEXT NOT NULL,
  actor TEXT NOT NULL,
  at BIGINT NOT NULL,
  request_id TEXT NOT NULL,
  reason TEXT,
  PRIMARY KEY (account_id, version, action)
);
-- The changed values of an entry: personal, so an erasure deletes them.
CREATE TABLE IF NOT EXISTS clientele_account_audit_field (
  account_id TEXT NOT NULL,
  version BIGINT NOT NULL,
  action TEXT NOT NULL,
  number BIGINT NOT NULL,
  field TEXT NOT NULL,
  before_text TEXT,
  after_text TEXT,
  PRIMARY KEY (account_id, version, action, number)
);
-- What subscribers may receive; data is the account as JSON, until it is erased.
CREATE TABLE IF NOT EXISTS clientele_account_event (
  account_id TEXT NOT NULL,
  version BIGINT NOT NULL,
  type TEXT NOT NULL,
  at BIGINT NOT NULL,
  changed TEXT NOT NULL,
  data TEXT,
  trace TEXT,
  PRIMARY KEY (account_id, version, type)
);
CREATE TABLE IF NOT EXISTS clientele_view_shard (
  shard BIGINT PRIMARY KEY,
  views BIGINT NOT NULL,
  rejected BIGINT NOT NULL,
  gone_views BIGINT NOT NULL,
  gone_lost BIGINT NOT NULL
);
CREATE TABLE IF NOT EXISTS clientele_view_writer (
  shard BIGINT NOT NULL,
  writer TEXT NOT NULL,
  via TEXT NOT NULL,
  applied BIGINT NOT NULL,
  applied_views BIGINT NOT NULL,
  accepted BIGINT NOT NULL,
  lost BIGINT NOT NULL,
  heartbeat BIGINT NOT NULL,
  PRIMARY KEY (shard, writer)
);
CREATE TABLE IF NOT EXISTS clientele_view_tombstone (
  shard BIGINT NOT NULL,
  writer TEXT NOT NULL,
  via TEXT NOT NULL,
  applied BIGINT NOT NULL,
  applied_views BIGINT NOT NULL,
  accepted BIGINT NOT NULL,
  lost BIGINT NOT NULL,
  heartbeat BIGINT NOT NULL,
  retired BIGINT NOT NULL,
  PRIMARY KEY (shard, writer)
);
CREATE TABLE IF NOT EXISTS clientele_view_total (
  id TEXT PRIMARY KEY,
  views BIGINT NOT NULL
);
