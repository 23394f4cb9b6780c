-- What subscribers get of a change. at and id are those of the audit entry. sealed: the account after the change, under
-- the account's key; NULL if it is too large, or of no account.
CREATE TABLE event (
  at           timestamptz      NOT NULL,
  id           uuid             NOT NULL,
  type         text COLLATE "C" NOT NULL,
  subject_kind text COLLATE "C" NOT NULL,
  subject      text COLLATE "C" NOT NULL,
  version      bigint           NOT NULL CHECK (version > 0),
  account_id   uuid,
  changed      text[] COLLATE "C" NOT NULL,
  sealed       bytea            CHECK (octet_length(sealed) <= 16384),
  PRIMARY KEY (at, id)
) PARTITION BY RANGE (at);

CREATE TABLE event_elsewhen PARTITION OF event DEFAULT;

CREATE INDEX event_by_id ON event (id);
CREATE INDEX event_by_subject ON event (subject, version);
CREATE INDEX event_by_account ON event (account_id, at, id) WHERE account_id IS NOT NULL;
