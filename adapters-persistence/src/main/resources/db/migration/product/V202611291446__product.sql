CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Folding is done by the service: two servers with other locales must sort and find alike.
-- asset: of the ledger; NULL for a service. attributes: key, value, key, value …
CREATE TABLE product (
  id           uuid             PRIMARY KEY,
  version      bigint           NOT NULL CHECK (version > 0),
  sku          text COLLATE "C" NOT NULL CHECK (char_length(sku) BETWEEN 1 AND 36),
  kind         text COLLATE "C" NOT NULL CHECK (kind IN ('GOODS', 'ASSET', 'SERVICE')),
  asset        text COLLATE "C" CHECK ((asset IS NULL) = (kind = 'SERVICE')),
  scale        smallint         NOT NULL CHECK (scale BETWEEN 0 AND 18),
  status       text COLLATE "C" NOT NULL CHECK (status IN ('DRAFT', 'ACTIVE', 'RETIRED')),
  created_at   timestamptz      NOT NULL,
  updated_at   timestamptz      NOT NULL CHECK (updated_at >= created_at),
  title        text COLLATE "C" NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
  title_folded text COLLATE "C" NOT NULL,
  sku_folded   text COLLATE "C" NOT NULL,
  search       text COLLATE "C" NOT NULL,
  text         text COLLATE "C" NOT NULL CHECK (char_length(text) <= 5000),
  attributes   text[]           NOT NULL CHECK (cardinality(attributes) % 2 = 0 AND cardinality(attributes) <= 100),
  CONSTRAINT product_sku_is_unique UNIQUE (sku)
) WITH (fillfactor = 90);

-- A list walks one of these for each status it holds, and merges.
CREATE INDEX product_by_creation ON product (status, created_at, id);
CREATE INDEX product_by_title ON product (status, title_folded, id);
CREATE INDEX product_by_sku ON product (status, sku_folded, id);
CREATE INDEX product_by_search ON product USING gin (search gin_trgm_ops);

-- scale: of the currency, which never changes. amount: whole minor units.
CREATE TABLE product_price (
  product  uuid             NOT NULL REFERENCES product,
  currency text COLLATE "C" NOT NULL,
  scale    smallint         NOT NULL CHECK (scale BETWEEN 0 AND 18),
  amount   numeric          NOT NULL CHECK (amount >= 0),
  from_at  timestamptz      NOT NULL,
  to_at    timestamptz      CHECK (to_at > from_at),
  PRIMARY KEY (product, currency, from_at),
  CONSTRAINT product_price_does_not_overlap EXCLUDE USING gist
    (product WITH =, currency WITH =, tstzrange(from_at, to_at) WITH &&)
);

-- What other contexts read of products, in the transaction that sells them.
CREATE VIEW product_published_offer AS SELECT id, sku, title, kind, asset, scale, status FROM product;

CREATE VIEW product_published_price AS SELECT product, currency, scale, amount, from_at, to_at FROM product_price;
