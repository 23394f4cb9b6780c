-- How names and e-mails are found and sorted: folded, and the name also as bytes, which every database compares alike.
ALTER TABLE clientele_account ADD COLUMN name_folded TEXT;
ALTER TABLE clientele_account ADD COLUMN email_folded TEXT;
ALTER TABLE clientele_account ADD COLUMN name_key BYTEA;
CREATE INDEX clientele_account_created ON clientele_account (created_at, id);
CREATE INDEX clientele_account_name ON clientele_account (name_key, id);
-- The values of an account that a search finds as a whole: its tax id and its metadata.
CREATE TABLE clientele_account_term (
  account_id TEXT NOT NULL REFERENCES clientele_account,
  term TEXT NOT NULL,
  PRIMARY KEY (account_id, term)
);
CREATE INDEX clientele_account_term_found ON clientele_account_term (term);
-- What lists sort by.
CREATE VIEW clientele_views_published_total AS SELECT id AS counted_id, views FROM clientele_view_total;
-- The response of a change, in its transaction. Without a body hash it is deleted, because its account is erased.
CREATE TABLE clientele_response (
  request TEXT PRIMARY KEY,
  kept_at BIGINT NOT NULL,
  account_id TEXT,
  body_hash TEXT,
  media_type TEXT,
  response BYTEA
);
CREATE INDEX clientele_response_account ON clientele_response (account_id);
CREATE INDEX clientele_response_kept ON clientele_response (kept_at);
-- The requests in progress. One that its process left behind ends after a minute.
CREATE TABLE clientele_request (
  request TEXT PRIMARY KEY,
  begun_at BIGINT NOT NULL
);
-- One row, which bulk openings lock one after the other.
CREATE TABLE clientele_account_bulk (
  number BIGINT PRIMARY KEY
);
INSERT INTO clientele_account_bulk (number) VALUES (1);
