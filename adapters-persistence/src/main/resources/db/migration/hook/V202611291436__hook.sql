-- Verified messages of other systems. id is a UUID of version 7 of the millisecond of received_at. sealed: headers and
-- body, encrypted under the key of no account.
CREATE TABLE hook_message (
  received_at timestamptz      NOT NULL,
  id          uuid             NOT NULL,
  source      text COLLATE "C" NOT NULL,
  external_id text COLLATE "C" NOT NULL,
  verified_by text COLLATE "C" NOT NULL,
  status      text COLLATE "C" NOT NULL,
  sealed      bytea            NOT NULL CHECK (octet_length(sealed) <= 393216),
  PRIMARY KEY (received_at, id)
) PARTITION BY RANGE (received_at);

CREATE TABLE hook_message_elsewhen PARTITION OF hook_message DEFAULT;

CREATE INDEX hook_message_by_id ON hook_message (id);

-- A source has one message of an external id in all months.
CREATE TABLE hook_message_external_id (
  source      text COLLATE "C" NOT NULL,
  external_id text COLLATE "C" NOT NULL,
  received_at timestamptz      NOT NULL,
  PRIMARY KEY (source, external_id)
);

CREATE INDEX hook_message_external_id_by_time ON hook_message_external_id (received_at);
