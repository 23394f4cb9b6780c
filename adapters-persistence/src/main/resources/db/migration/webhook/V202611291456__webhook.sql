-- Subscriptions to events. sealed: the URL and the secrets, under the key for data of no account.
CREATE TABLE webhook (
  id             uuid             PRIMARY KEY,
  name           text             NOT NULL,
  sealed         bytea            NOT NULL,
  status         text COLLATE "C" NOT NULL,
  types          text[] COLLATE "C" NOT NULL,
  account_id     uuid,
  payload        text COLLATE "C" NOT NULL,
  lanes          smallint         NOT NULL CHECK (lanes BETWEEN 1 AND 64),
  previous_until timestamptz,
  created_at     timestamptz      NOT NULL,
  failing_since  timestamptz,
  version        bigint           NOT NULL CHECK (version > 0)
) WITH (fillfactor = 50);

-- Who delivers in a lane, and the failures of its first event. The position is elsewhere: a row that is updated each
-- second leaves dead versions, which a claim would read under a held snapshot.
CREATE TABLE webhook_lane (
  webhook_id    uuid     NOT NULL REFERENCES webhook ON DELETE CASCADE,
  lane          smallint NOT NULL,
  attempts      integer  NOT NULL DEFAULT 0,
  counted       integer  NOT NULL DEFAULT 0,
  first_counted timestamptz,
  last_counted  timestamptz,
  not_before    timestamptz,
  owner         uuid,
  epoch         bigint   NOT NULL DEFAULT 0,
  PRIMARY KEY (webhook_id, lane)
) WITH (fillfactor = 50);

CREATE INDEX webhook_lane_by_owner ON webhook_lane (owner);

-- How far the lanes of a webhook have come, the first lane first. The newest number counts; older ones are deleted in bulk.
CREATE TABLE webhook_checkpoint (
  webhook_id   uuid     NOT NULL REFERENCES webhook ON DELETE CASCADE,
  number       bigint   NOT NULL,
  positions    bigint[] NOT NULL,
  last_success timestamptz,
  PRIMARY KEY (webhook_id, number)
);

-- The instances that deliver. One that no longer renews loses its lanes.
CREATE TABLE relay_instance (
  id          uuid        PRIMARY KEY,
  alive_until timestamptz NOT NULL
) WITH (fillfactor = 50);

-- Attempts of the last days. answer: under the key of the account or, without one, of no account.
CREATE TABLE webhook_attempt (
  at         timestamptz NOT NULL,
  webhook_id uuid        NOT NULL,
  event_id   uuid        NOT NULL,
  position   bigint,
  account_id uuid,
  attempt    integer     NOT NULL,
  status     smallint,
  fault      text COLLATE "C",
  millis     bigint      NOT NULL,
  answer     bytea       CHECK (octet_length(answer) <= 2048)
) PARTITION BY RANGE (at);

CREATE TABLE webhook_attempt_elsewhen PARTITION OF webhook_attempt DEFAULT;

CREATE INDEX webhook_attempt_by_webhook ON webhook_attempt (webhook_id, at DESC, event_id DESC);

-- Events that an endpoint did not take while it took others.
CREATE TABLE webhook_dead_letter (
  webhook_id uuid             NOT NULL REFERENCES webhook ON DELETE CASCADE,
  position   bigint           NOT NULL,
  event_id   uuid             NOT NULL,
  since      timestamptz      NOT NULL,
  attempts   integer          NOT NULL,
  last_fault text COLLATE "C" NOT NULL,
  PRIMARY KEY (webhook_id, position)
);

CREATE INDEX webhook_dead_letter_by_time ON webhook_dead_letter (webhook_id, since);

-- Events that are sent again. remaining: the positions that are not sent yet.
CREATE TABLE webhook_redelivery (
  id         uuid        PRIMARY KEY,
  webhook_id uuid        NOT NULL REFERENCES webhook ON DELETE CASCADE,
  created_at timestamptz NOT NULL,
  positions  bigint[]    NOT NULL,
  remaining  bigint[]    NOT NULL,
  failed     integer     NOT NULL DEFAULT 0
);

CREATE INDEX webhook_redelivery_open ON webhook_redelivery (webhook_id, id) WHERE cardinality(remaining) > 0;
