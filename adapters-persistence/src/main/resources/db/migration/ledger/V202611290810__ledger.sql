CREATE TABLE asset (
  code  text COLLATE "C" PRIMARY KEY CHECK (char_length(code) BETWEEN 1 AND 40),
  scale smallint         NOT NULL CHECK (scale BETWEEN 0 AND 18),
  kind  text COLLATE "C" NOT NULL CHECK (kind IN ('MONEY', 'ASSET', 'GOODS'))
);

-- account_id: NULL for a pocket of the house. Amounts are whole minor units everywhere.
CREATE TABLE pocket (
  id         uuid             PRIMARY KEY,
  account_id uuid,
  asset      text COLLATE "C" NOT NULL REFERENCES asset,
  name       text COLLATE "C" NOT NULL CHECK (char_length(name) BETWEEN 1 AND 40),
  floor      numeric          CHECK (floor <= 0),
  status     text COLLATE "C" NOT NULL CHECK (status IN ('OPEN', 'FROZEN', 'CLOSED')),
  version    bigint           NOT NULL CHECK (version > 0),
  CHECK (account_id IS NULL OR floor IS NOT NULL),
  CONSTRAINT pocket_is_unique UNIQUE NULLS NOT DISTINCT (account_id, asset, name)
);

CREATE INDEX pocket_by_owner ON pocket (account_id, id);

-- The row that a posting locks. For a pocket without a floor it holds what was folded; house_delta holds the rest.
CREATE TABLE balance (
  pocket    uuid        PRIMARY KEY REFERENCES pocket,
  posted    numeric     NOT NULL DEFAULT 0,
  held      numeric     NOT NULL DEFAULT 0 CHECK (held >= 0),
  seq       bigint      NOT NULL DEFAULT 0 CHECK (seq >= 0),
  booked_at timestamptz NOT NULL DEFAULT 'epoch'
) WITH (fillfactor = 50);

-- leg_*: what a posted or held transfer asks for; what a settlement moved. leg_number: NULL for 1, 2, 3 …
-- part_*: what a settlement asks for; NULL for the whole rest. refusal: NULL if the transfer is booked.
-- subject: whose key seals the metadata; NULL for the house.
CREATE TABLE transfer (
  id           uuid             PRIMARY KEY,
  booked_at    timestamptz      NOT NULL,
  kind         text COLLATE "C" NOT NULL CHECK (kind IN ('posted', 'held', 'capture', 'release', 'reversal')),
  parent       uuid,
  refusal      text COLLATE "C",
  leg_number   smallint[],
  leg_from     uuid[]           NOT NULL,
  leg_to       uuid[]           NOT NULL,
  leg_asset    text[]           NOT NULL,
  leg_amount   numeric[]        NOT NULL,
  part_leg     smallint[],
  part_amount  numeric[],
  is_final     boolean          NOT NULL,
  expires_in   integer,
  hold_owner   text COLLATE "C",
  reason       text COLLATE "C" NOT NULL,
  effective_at timestamptz,
  actor        text COLLATE "C" NOT NULL,
  subject      uuid,
  sealed       bytea
);

CREATE INDEX transfer_by_parent ON transfer (parent) WHERE parent IS NOT NULL;
CREATE INDEX transfer_by_time ON transfer USING brin (booked_at);

CREATE TABLE entry (
  pocket       uuid        NOT NULL,
  seq          bigint      NOT NULL CHECK (seq > 0),
  booked_at    timestamptz NOT NULL,
  transfer     uuid        NOT NULL,
  leg          smallint    NOT NULL,
  delta        numeric     NOT NULL,
  held_delta   numeric     NOT NULL,
  posted_after numeric     NOT NULL,
  held_after   numeric     NOT NULL,
  PRIMARY KEY (pocket, seq, booked_at)
) PARTITION BY RANGE (booked_at);

CREATE TABLE entry_elsewhen PARTITION OF entry DEFAULT;

-- ended: how a leg ended of which nothing is left.
CREATE TABLE hold (
  transfer   uuid             NOT NULL,
  leg        smallint         NOT NULL,
  pocket     uuid             NOT NULL,
  rest       numeric          NOT NULL CHECK (rest >= 0),
  expires_at timestamptz      NOT NULL,
  owner      text COLLATE "C",
  ended      text COLLATE "C" CHECK (ended IN ('CAPTURED', 'RELEASED', 'EXPIRED')),
  PRIMARY KEY (transfer, leg),
  CHECK ((rest = 0) = (ended IS NOT NULL))
);

CREATE INDEX hold_by_expiry ON hold (expires_at) WHERE owner IS NULL AND ended IS NULL;
CREATE INDEX hold_by_pocket ON hold (pocket) WHERE ended IS NULL;

-- Changes of pockets without a floor, until a job gives them numbers and makes entries of them.
CREATE TABLE house_delta (
  number    bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  booked_at timestamptz NOT NULL,
  pocket    uuid        NOT NULL,
  transfer  uuid        NOT NULL,
  leg       smallint    NOT NULL,
  delta     numeric     NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

CREATE INDEX house_delta_by_pocket ON house_delta (pocket, booked_at);

-- Every transaction whose number is at least next_xid reads the clock after marked_at. All that was booked before
-- folded_to is folded.
CREATE TABLE house_mark (
  is_only   boolean     PRIMARY KEY DEFAULT true CHECK (is_only),
  marked_at timestamptz NOT NULL,
  next_xid  xid8        NOT NULL,
  folded_to timestamptz NOT NULL
);

INSERT INTO house_mark (marked_at, next_xid, folded_to)
VALUES ('epoch', '0', 'epoch');

CREATE TABLE price (
  asset text COLLATE "C" NOT NULL REFERENCES asset,
  quote text COLLATE "C" NOT NULL REFERENCES asset,
  at    timestamptz      NOT NULL,
  price numeric          NOT NULL CHECK (price > 0),
  PRIMARY KEY (asset, quote, at),
  CHECK (asset <> quote)
);

CREATE FUNCTION ledger_is_for_good() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is only ever added to', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER only_added_to BEFORE UPDATE OR DELETE ON transfer
  FOR EACH ROW EXECUTE FUNCTION ledger_is_for_good();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON transfer
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_for_good();
CREATE TRIGGER only_added_to BEFORE UPDATE OR DELETE ON entry
  FOR EACH ROW EXECUTE FUNCTION ledger_is_for_good();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON entry
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_for_good();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON entry_elsewhen
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_for_good();
