GRANT SELECT, INSERT, UPDATE, DELETE ON
  view_shard, view_writer, view_writer_mark, view_total, view_hour, view_day, view_shard_day, view_quarantine, view_flush,
  view_rank, view_raised, view_ranking
TO ${role};
