-- What the list of a customer shows of an order. Written in the transaction that writes the order; --rebuild
-- order-summary writes it anew. version: of the order. title: of the first line.
CREATE TABLE order_summary (
  order_id   uuid             PRIMARY KEY REFERENCES orders,
  version    bigint           NOT NULL,
  account_id uuid             NOT NULL,
  number     text COLLATE "C" NOT NULL,
  status     text COLLATE "C" NOT NULL,
  payment    text COLLATE "C" NOT NULL,
  fulfilment text COLLATE "C" NOT NULL,
  cause      text COLLATE "C",
  currency   text COLLATE "C" NOT NULL,
  scale      smallint         NOT NULL,
  total      numeric          NOT NULL,
  refunded   numeric          NOT NULL,
  placed_at  timestamptz      NOT NULL,
  expires_at timestamptz      NOT NULL,
  line_count smallint         NOT NULL,
  title      text COLLATE "C" NOT NULL
) WITH (fillfactor = 80);

CREATE INDEX order_summary_by_account ON order_summary (account_id, placed_at, order_id);

-- The truth that order_summary holds a copy of.
CREATE VIEW order_summary_truth AS
SELECT orders.id AS order_id, version, account_id, number, status, payment, fulfilment, cause, currency, orders.scale,
  total, refunded, placed_at, expires_at, line_count, first.title
FROM orders
CROSS JOIN LATERAL (SELECT count(*)::smallint AS line_count FROM order_line WHERE order_id = orders.id) AS counted
JOIN order_line AS first ON first.order_id = orders.id AND first.line = 1;

INSERT INTO order_summary SELECT * FROM order_summary_truth;
