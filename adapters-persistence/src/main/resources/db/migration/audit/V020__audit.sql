-- Keys of what is kept about one account, wrapped by a key that the database never sees. An erased
-- account's row stays, without its key, so that no new one is ever made. The service's own is 0.
CREATE TABLE subject_key (
  account_id   uuid             PRIMARY KEY,
  wrapped      bytea            CHECK (octet_length(wrapped) = 60),
  wrapped_by   text COLLATE "C" CHECK (char_length(wrapped_by) = 16),
  created_at   timestamptz      NOT NULL DEFAULT transaction_timestamp(),
  destroyed_at timestamptz,
  CHECK ((wrapped IS NULL) = (wrapped_by IS NULL)),
  CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
);

-- Who did what. sealed: what is different since, and the reason, under the subject's key.
CREATE TABLE audit_entry (
  at         timestamptz      NOT NULL,
  id         uuid             NOT NULL,
  actor      text COLLATE "C" NOT NULL,
  action     text COLLATE "C" NOT NULL,
  account_id uuid,
  subject    text COLLATE "C",
  request_id text COLLATE "C" NOT NULL,
  sealed     bytea,
  PRIMARY KEY (at, id)
) PARTITION BY RANGE (at);

CREATE TABLE audit_entry_elsewhen PARTITION OF audit_entry DEFAULT;

-- A list walks the key of the table or one of these.
CREATE INDEX audit_entry_by_account ON audit_entry (account_id, at, id) WHERE account_id IS NOT NULL;
CREATE INDEX audit_entry_by_actor ON audit_entry (actor, at, id);
CREATE INDEX audit_entry_by_action ON audit_entry (action, at, id);

-- Entries that no block holds yet, for a second or so.
CREATE TABLE audit_pending (
  number   bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  entry_at timestamptz NOT NULL,
  entry_id uuid        NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

-- The chain: each block's hash covers the one before it, and its entries' ids, times and hashes in their order.
CREATE TABLE audit_block (
  number   bigint        PRIMARY KEY CHECK (number > 0),
  previous bytea         NOT NULL CHECK (octet_length(previous) = 32),
  hash     bytea         NOT NULL CHECK (octet_length(hash) = 32),
  ids      uuid[]        NOT NULL,
  times    timestamptz[] NOT NULL,
  hashes   bytea[]       NOT NULL,
  first_at timestamptz   NOT NULL,
  last_at  timestamptz   NOT NULL,
  CHECK (cardinality(ids) = cardinality(times) AND cardinality(ids) = cardinality(hashes))
);

-- A span's verification begins at the first block that reaches into it.
CREATE INDEX audit_block_by_time ON audit_block (last_at, first_at);

CREATE FUNCTION audit_is_for_good() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is only ever added to', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;

-- Row triggers reach every part; a part that is emptied by its own name has one of its own.
CREATE TRIGGER only_added_to BEFORE UPDATE OR DELETE ON audit_entry
  FOR EACH ROW EXECUTE FUNCTION audit_is_for_good();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION audit_is_for_good();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON audit_entry_elsewhen
  FOR EACH STATEMENT EXECUTE FUNCTION audit_is_for_good();
CREATE TRIGGER only_added_to BEFORE UPDATE OR DELETE ON audit_block
  FOR EACH ROW EXECUTE FUNCTION audit_is_for_good();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON audit_block
  FOR EACH STATEMENT EXECUTE FUNCTION audit_is_for_good();
