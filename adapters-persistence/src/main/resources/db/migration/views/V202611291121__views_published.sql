-- What other contexts read of the views. A subject is anything whose views are counted.
CREATE VIEW views_published_total AS SELECT account_id AS subject, views FROM view_total;

CREATE VIEW views_published_hour AS SELECT hour, account_id AS subject, views FROM view_hour;

CREATE VIEW views_published_day AS SELECT day, account_id AS subject, views FROM view_day;

-- The sum of all views that were ever added. It differs from an earlier value when a total changed in between.
CREATE VIEW views_published_sum AS SELECT coalesce(sum(views), 0) AS views FROM view_shard;

-- changed_in: the transaction that changed the subject's total last. A subject may have several rows.
CREATE VIEW views_published_change AS SELECT account_id AS subject, xmin AS changed_in FROM view_total;
