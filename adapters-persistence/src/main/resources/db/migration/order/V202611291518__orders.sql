-- scale: of the currency. Sums are whole minor units. digest: an HMAC of the request under the key of the account.
-- address: sealed under the key of the account. Both, and the reason, are NULL once the account is erased.
CREATE TABLE orders (
  id         uuid             PRIMARY KEY,
  version    bigint           NOT NULL CHECK (version > 0),
  number     text COLLATE "C" NOT NULL CHECK (char_length(number) = 10),
  account_id uuid             NOT NULL,
  status     text COLLATE "C" NOT NULL CHECK (status IN ('OPEN', 'COMPLETED', 'CANCELLED')),
  payment    text COLLATE "C" NOT NULL CHECK (payment IN ('HELD', 'CAPTURED', 'REFUNDED', 'RELEASED')),
  fulfilment text COLLATE "C" NOT NULL CHECK (fulfilment IN ('NONE', 'PARTIAL', 'SHIPPED', 'DELIVERED', 'RETURNED')),
  cause      text COLLATE "C" CHECK (cause IN ('EXPIRED', 'CUSTOMER', 'OPERATIONS')),
  reason     text COLLATE "C" CHECK (char_length(reason) <= 200),
  currency   text COLLATE "C" NOT NULL,
  scale      smallint         NOT NULL CHECK (scale BETWEEN 0 AND 18),
  total      numeric          NOT NULL CHECK (total >= 0),
  refunded   numeric          NOT NULL CHECK (refunded BETWEEN 0 AND total),
  placed_at  timestamptz      NOT NULL,
  expires_at timestamptz      NOT NULL CHECK (expires_at > placed_at),
  digest     bytea,
  address    bytea,
  CONSTRAINT orders_number_is_unique UNIQUE (number),
  CHECK ((cause IS NULL) = (status <> 'CANCELLED'))
) WITH (fillfactor = 80);

CREATE INDEX orders_by_account ON orders (account_id, placed_at, id);
CREATE INDEX orders_by_time ON orders (placed_at, id);
CREATE INDEX orders_by_fulfilment ON orders (status, fulfilment, placed_at, id);
CREATE INDEX orders_by_payment ON orders (payment, placed_at, id);
CREATE INDEX orders_by_expiry ON orders (expires_at) WHERE payment = 'HELD';

-- What was sold, as it was then. asset: NULL for a service. Quantities are whole minor units of the scale.
CREATE TABLE order_line (
  order_id   uuid             NOT NULL REFERENCES orders,
  line       smallint         NOT NULL CHECK (line BETWEEN 1 AND 50),
  product    uuid             NOT NULL,
  sku        text COLLATE "C" NOT NULL,
  title      text COLLATE "C" NOT NULL,
  kind       text COLLATE "C" NOT NULL CHECK (kind IN ('GOODS', 'ASSET', 'SERVICE')),
  asset      text COLLATE "C" CHECK ((asset IS NULL) = (kind = 'SERVICE')),
  scale      smallint         NOT NULL CHECK (scale BETWEEN 0 AND 18),
  quantity   numeric          NOT NULL CHECK (quantity > 0),
  unit_price numeric          NOT NULL CHECK (unit_price >= 0),
  price_at   timestamptz      NOT NULL,
  shipped    numeric          NOT NULL CHECK (shipped BETWEEN 0 AND quantity),
  returned   numeric          NOT NULL CHECK (returned BETWEEN 0 AND quantity),
  cancelled  numeric          NOT NULL CHECK (cancelled BETWEEN 0 AND quantity - returned),
  PRIMARY KEY (order_id, line)
) WITH (fillfactor = 80);

CREATE INDEX order_line_by_product ON order_line (product);

-- lines, units: what is in it; the two arrays belong together.
CREATE TABLE shipment (
  id         uuid             PRIMARY KEY,
  version    bigint           NOT NULL CHECK (version > 0),
  order_id   uuid             NOT NULL REFERENCES orders,
  lines      smallint[]       NOT NULL CHECK (cardinality(lines) BETWEEN 1 AND 50),
  units      numeric[]        NOT NULL CHECK (cardinality(units) = cardinality(lines)),
  carrier    text COLLATE "C" CHECK (char_length(carrier) BETWEEN 1 AND 100),
  tracking   text COLLATE "C" CHECK (char_length(tracking) BETWEEN 1 AND 100),
  status     text COLLATE "C" NOT NULL CHECK (status IN ('PACKED', 'SHIPPED', 'DELIVERED', 'LOST', 'RETURNED')),
  packed_at  timestamptz      NOT NULL,
  shipped_at timestamptz,
  ended_at   timestamptz
);

CREATE INDEX shipment_by_order ON shipment (order_id);
