-- Work that is done later, at least once. sealed: what the handler needs, under the key of the account or, without one,
-- of no account. epoch rises with each lease: the end of an attempt is stored by the owner of the newest lease only.
CREATE TABLE task (
  id           uuid             PRIMARY KEY,
  kind         text COLLATE "C" NOT NULL,
  key          text COLLATE "C" NOT NULL,
  account_id   uuid,
  run_at       timestamptz      NOT NULL,
  sealed       bytea            NOT NULL CHECK (octet_length(sealed) <= 16384),
  attempt      integer          NOT NULL DEFAULT 0,
  leased_until timestamptz,
  epoch        bigint           NOT NULL DEFAULT 0,
  trace        text,
  last_fault   text,
  UNIQUE (kind, key)
) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

CREATE INDEX task_by_time ON task (run_at);
CREATE INDEX task_by_account ON task (account_id) WHERE account_id IS NOT NULL;

-- Tasks that failed too often.
CREATE TABLE task_dead_letter (
  id         uuid             PRIMARY KEY,
  kind       text COLLATE "C" NOT NULL,
  key        text COLLATE "C" NOT NULL,
  account_id uuid,
  sealed     bytea            NOT NULL,
  attempts   integer          NOT NULL,
  died_at    timestamptz      NOT NULL,
  trace      text,
  last_fault text             NOT NULL
);

CREATE INDEX task_dead_letter_by_account ON task_dead_letter (account_id) WHERE account_id IS NOT NULL;
