GRANT SELECT, INSERT, UPDATE, DELETE ON
  view_shard, view_writer, view_writer_mark, view_total, view_hour, view_day, view_shard_day, view_quarantine, view_flush
TO ${role};
GRANT SELECT ON
  views_published_total, views_published_hour, views_published_day, views_published_sum, views_published_change,
  views_published_product_total, views_published_product_hour, views_published_product_day
TO ${role};
-- Instances of the version before write these.
GRANT SELECT, INSERT, UPDATE, DELETE ON view_raised, view_ranking TO ${role};
