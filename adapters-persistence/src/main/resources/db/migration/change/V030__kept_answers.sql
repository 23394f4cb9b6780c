-- Answers by the hash of whose request they answer: whatever a client puts in a key stands nowhere.
-- Emptied ones, of accounts that are erased, have neither body nor hash of the request's.
CREATE TABLE kept_answer (
  key        bytea            PRIMARY KEY CHECK (octet_length(key) = 32),
  kept_at    timestamptz      NOT NULL,
  account_id uuid,
  body_hash  text COLLATE "C" CHECK (char_length(body_hash) <= 64),
  status     integer          NOT NULL CHECK (status BETWEEN 200 AND 299),
  location   text COLLATE "C",
  tag        text COLLATE "C",
  body       text COLLATE "C",
  CHECK ((body_hash IS NULL) = (body IS NULL))
) WITH (autovacuum_vacuum_scale_factor = 0.05);

CREATE INDEX kept_answer_by_age ON kept_answer (kept_at);
CREATE INDEX kept_answer_by_account ON kept_answer (account_id) WHERE account_id IS NOT NULL;
