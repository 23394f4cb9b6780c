-- What stays of a writer whose row is gone, for 90 days: none of its batches is added twice, and a writer that
-- was only cut off from the database gets its row back. A writer has a row or a mark, never both.
CREATE TABLE view_writer_mark (
  shard          integer          NOT NULL REFERENCES view_shard,
  writer         uuid             NOT NULL,
  via            text COLLATE "C" NOT NULL CHECK (via IN ('STAGING', 'DIRECT')),
  is_retired     boolean          NOT NULL,
  applied        bigint           NOT NULL CHECK (applied >= 0),
  applied_views  bigint           NOT NULL,
  accepted_views bigint           NOT NULL,
  lost_views     bigint           NOT NULL,
  marked_at      timestamptz      NOT NULL DEFAULT transaction_timestamp(),
  PRIMARY KEY (shard, writer)
);

CREATE INDEX view_writer_mark_by_age ON view_writer_mark (marked_at);

-- Whether the writer's process reads marks. A process of the version before does not: its rows stay for a week of
-- silence, for it would bring again what is applied.
ALTER TABLE view_writer ADD COLUMN reads_marks boolean NOT NULL DEFAULT false;
