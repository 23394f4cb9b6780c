CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Folding is done by the service: two servers with other locales must sort and find alike.
-- metadata: key, value, key, value …
CREATE TABLE account (
  id            uuid             PRIMARY KEY,
  version       bigint           NOT NULL CHECK (version > 0),
  status        text COLLATE "C" NOT NULL CHECK (status IN ('ACTIVE', 'SUSPENDED', 'CLOSED')),
  created_at    timestamptz      NOT NULL,
  updated_at    timestamptz      NOT NULL CHECK (updated_at >= created_at),
  name          text COLLATE "C" NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
  name_folded   text COLLATE "C" NOT NULL,
  email         text COLLATE "C" NOT NULL CHECK (char_length(email) BETWEEN 3 AND 254),
  email_folded  text COLLATE "C" NOT NULL,
  search        text COLLATE "C" NOT NULL,
  tax_country   text COLLATE "C" CHECK (char_length(tax_country) = 2),
  tax_value     text COLLATE "C" CHECK (char_length(tax_value) BETWEEN 4 AND 20),
  metadata      text[]           NOT NULL CHECK (cardinality(metadata) % 2 = 0 AND cardinality(metadata) <= 100),
  CHECK ((tax_country IS NULL) = (tax_value IS NULL))
) WITH (fillfactor = 90);

-- E-mails are stored in lower case.
CREATE UNIQUE INDEX account_email_is_unique ON account (email) WHERE status <> 'CLOSED';
CREATE UNIQUE INDEX account_tax_id_is_unique ON account (tax_country, tax_value) WHERE status <> 'CLOSED';

-- A list walks one of these for each status it holds, and merges.
CREATE INDEX account_by_creation ON account (status, created_at, id);
CREATE INDEX account_by_name ON account (status, name_folded, id);
CREATE INDEX account_by_email ON account (status, email_folded, id);
CREATE INDEX account_by_search ON account USING gin (search gin_trgm_ops);
