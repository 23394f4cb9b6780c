-- Queued writes. number: the order of acceptance. request and response: under the key of the account or, without one,
-- of no account; the request is forgotten at the end. epoch rises with each lease: the end of an attempt is stored by
-- the owner of the newest lease only.
CREATE TABLE operation (
  id           uuid             PRIMARY KEY,
  number       bigint           GENERATED ALWAYS AS IDENTITY,
  caller       text             NOT NULL,
  subject      text COLLATE "C" NOT NULL,
  account_id   uuid,
  accepted_at  timestamptz      NOT NULL,
  key_digest   bytea            UNIQUE CHECK (octet_length(key_digest) = 32),
  body_hash    text,
  status       text             NOT NULL DEFAULT 'QUEUED' CHECK (status IN ('QUEUED', 'DONE', 'FAILED')),
  request      bytea            CHECK (octet_length(request) <= 81920),
  response     bytea,
  run_at       timestamptz      NOT NULL,
  attempt      integer          NOT NULL DEFAULT 0,
  leased_until timestamptz,
  epoch        bigint           NOT NULL DEFAULT 0,
  ended_at     timestamptz,
  CHECK ((status = 'QUEUED') = (ended_at IS NULL)),
  CHECK ((status = 'QUEUED') = (request IS NOT NULL)),
  CHECK ((status = 'QUEUED') = (response IS NULL)),
  CHECK ((key_digest IS NULL) = (body_hash IS NULL))
) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

CREATE INDEX operation_queued ON operation (number) WHERE ended_at IS NULL;
CREATE INDEX operation_queued_by_subject ON operation (subject, number) WHERE ended_at IS NULL;
CREATE INDEX operation_ended ON operation (ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX operation_by_account ON operation (account_id) WHERE account_id IS NOT NULL;
