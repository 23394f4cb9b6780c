package io.clientele.persistence.views;

import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.Shard;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** The statements of an older version, whose keys of totals and hours have no shard. */
final class VersionBeforeShardKeys {
  private static final String HOLD_NOW =
      "SELECT shard FROM view_shard WHERE shard = ? FOR UPDATE SKIP LOCKED";

  private static final String POST =
      """
      WITH found AS MATERIALIZED (
        SELECT id, more, hour, (SELECT views FROM view_total WHERE account_id = id) AS total,
          (SELECT views FROM view_hour WHERE view_hour.hour = batch.hour AND account_id = id) IS NOT NULL AS has_hour
        FROM (
          SELECT id, more, ?::timestamptz AS hour FROM unnest(?::uuid[], ?::bigint[]) AS batch (id, more)
        ) AS batch
      ), posted AS MATERIALIZED (
        SELECT id, more, hour, total, has_hour, least(more, 9223372036854775807 - coalesce(total, 0)) AS added
        FROM found
      ), totals AS (
        UPDATE view_total
        SET views = view_total.views + added
        FROM posted
        WHERE view_total.account_id = id AND total IS NOT NULL AND added > 0
      ), new_totals AS (
        INSERT INTO view_total (account_id, views)
        SELECT id, added FROM posted WHERE total IS NULL
      ), hours AS (
        UPDATE view_hour
        SET views = view_hour.views + added
        FROM posted
        WHERE view_hour.hour = posted.hour AND view_hour.account_id = id AND has_hour AND added > 0
      ), new_hours AS (
        INSERT INTO view_hour (hour, account_id, views)
        SELECT hour, id, added FROM posted WHERE NOT has_hour AND added > 0
      ), days AS (
        INSERT INTO view_shard_day (shard, day, views)
        SELECT ?, date_trunc('day', hour, 'UTC'), sum(added) FROM posted GROUP BY hour HAVING sum(added) > 0
        ON CONFLICT (shard, day) DO UPDATE SET views = view_shard_day.views + excluded.views
      ), writers AS (
        UPDATE view_writer
        SET applied = mark.seq, applied_views = mark.views
        FROM unnest(?::uuid[], ?::bigint[], ?::bigint[]) AS mark (writer, seq, views)
        WHERE view_writer.shard = ? AND view_writer.writer = mark.writer
      )
      UPDATE view_shard
      SET views = view_shard.views + sum.added, rejected_views = rejected_views + sum.rejected
      FROM (
        SELECT coalesce(sum(added), 0) AS added, coalesce(sum(more - added), 0) AS rejected
        FROM posted
      ) AS sum
      WHERE shard = ?
      RETURNING sum.rejected
      """;

  private static final String MOVE =
      """
      WITH old AS MATERIALIZED (
        SELECT hour, account_id
        FROM view_hour
        WHERE hour < date_trunc('day', transaction_timestamp(), 'UTC') - 91 * interval '24 hours'
        ORDER BY hour, account_id
        LIMIT 5000
      ), moved AS (
        DELETE FROM view_hour
        USING old
        WHERE view_hour.hour = old.hour AND view_hour.account_id = old.account_id
        RETURNING view_hour.hour, view_hour.account_id, views
      )
      INSERT INTO view_day (day, account_id, views)
      SELECT date_trunc('day', hour, 'UTC') AS day, account_id, sum(views)
      FROM moved
      GROUP BY day, account_id
      ORDER BY day, account_id
      ON CONFLICT (day, account_id) DO UPDATE SET views = view_day.views + excluded.views
      """;

  private final Database database;

  VersionBeforeShardKeys(Database database) {
    this.database = database;
  }

  /** Adds a batch of one writer; false if another instance holds the shard. */
  boolean apply(Shard shard, SealedBatch batch) {
    return database
        .work()
        .transaction(
            connection -> {
              var isHeld = !Sql.list(connection, HOLD_NOW, row -> 1, shard.number()).isEmpty();
              if (isHeld) {
                post(connection, shard, batch);
              }
              return isHeld;
            });
  }

  void moveOldHours() {
    database.work().update(MOVE);
  }

  long total(UUID account) {
    var found =
        database
            .requests()
            .list(
                "SELECT views FROM view_total WHERE account_id = ANY (?)",
                row -> row.getLong(1),
                (Object) new UUID[] {account});
    return found.isEmpty() ? 0 : found.getFirst();
  }

  private static void post(Connection connection, Shard shard, SealedBatch batch)
      throws SQLException {
    var span = batch.ranges().entrySet().iterator().next();
    Sql.list(
        connection,
        POST,
        row -> row.getBigDecimal(1),
        batch.sealedAt().truncatedTo(ChronoUnit.HOURS).atOffset(ZoneOffset.UTC),
        ShardPosting.ids(connection, batch.counts()),
        ShardPosting.views(batch.counts()),
        shard.number(),
        Sql.uuids(connection, List.of(span.getKey().value())),
        new long[] {span.getValue().to().seq()},
        new long[] {span.getValue().to().views()},
        shard.number(),
        shard.number());
  }
}
