-- Which notices an operator chose. An operator without a row chose none.
CREATE TABLE notice_choice (
  operator_id uuid               PRIMARY KEY,
  kinds       text[] COLLATE "C" NOT NULL,
  language    text COLLATE "C"   NOT NULL,
  version     bigint             NOT NULL
);

-- Which operator was told of what, so that an event that is handled again sends no second mail. source: the event, or
-- what else was found. sent_at: when a mail server took the mail.
CREATE TABLE notice (
  source       text COLLATE "C" NOT NULL,
  operator_id  uuid             NOT NULL,
  announced_at timestamptz      NOT NULL,
  sent_at      timestamptz,
  PRIMARY KEY (source, operator_id)
);

CREATE INDEX notice_by_time ON notice (announced_at);

-- The position in the feed up to which events were announced. One row.
CREATE TABLE notice_position (
  is_only  boolean PRIMARY KEY DEFAULT true CHECK (is_only),
  position bigint  NOT NULL
);
