-- Views of products are counted in four shards of their own, after those of accounts, so that the views of each kind are
-- known shard by shard. Instances of the version before read the number of shards from database_identity: they neither
-- count, flush nor read in these.
ALTER TABLE view_shard DROP CONSTRAINT view_shard_shard_check, ADD CHECK (shard BETWEEN 0 AND 259);
INSERT INTO view_shard (shard) SELECT generate_series(${shards}, ${shards} + 3);

-- What the account context reads: accounts only.
CREATE OR REPLACE VIEW views_published_total AS
  SELECT account_id AS subject, views FROM view_total WHERE shard < ${shards};
CREATE OR REPLACE VIEW views_published_hour AS
  SELECT hour, account_id AS subject, views FROM view_hour WHERE shard < ${shards};
CREATE OR REPLACE VIEW views_published_day AS
  SELECT day, account_id AS subject, views FROM view_day WHERE shard < ${shards};
CREATE OR REPLACE VIEW views_published_sum AS
  SELECT coalesce(sum(views), 0) AS views FROM view_shard WHERE shard < ${shards};
CREATE OR REPLACE VIEW views_published_change AS
  SELECT account_id AS subject, xmin AS changed_in FROM view_total WHERE shard < ${shards};

-- What the product context reads. product: the id of the product, which is of version 7; its subject is of version 8.
CREATE VIEW views_published_product_total AS
  SELECT overlay(account_id::text PLACING '7' FROM 15 FOR 1)::uuid AS product, views
  FROM view_total WHERE shard BETWEEN ${shards} AND ${shards} + 3;
CREATE VIEW views_published_product_hour AS
  SELECT hour, overlay(account_id::text PLACING '7' FROM 15 FOR 1)::uuid AS product, views
  FROM view_hour WHERE shard BETWEEN ${shards} AND ${shards} + 3;
CREATE VIEW views_published_product_day AS
  SELECT day, overlay(account_id::text PLACING '7' FROM 15 FOR 1)::uuid AS product, views
  FROM view_day WHERE shard BETWEEN ${shards} AND ${shards} + 3;
