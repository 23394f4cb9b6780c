package io.clientele.persistence.views;

import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.ApplyVerdict;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.ledger.ApplyResult;
import io.clientele.domain.views.ledger.DeliveryPath;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.TransactionSettings;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.UUID;

/** Adds a batch to the totals of one shard, in a transaction that holds the shard. */
final class ShardPosting {
  /** A row for a shard that is free, none for one that is held. */
  private static final String HOLD_NOW =
      TransactionSettings.LONG_WORK + " FROM view_shard WHERE shard = ? FOR UPDATE SKIP LOCKED";

  private static final String HOLD = "SELECT shard FROM view_shard WHERE shard = ? FOR UPDATE";

  private static final String APPLIED =
      "SELECT writer, applied, applied_views FROM view_writer WHERE shard = ? AND via = ?";

  /**
   * Applies a batch of any size in one statement. Every change of these totals holds the shard's
   * lock, so totals that were read stay valid until they are written. INSERT and UPDATE are apart,
   * because an upsert writes an additional log record for every row. Ids ascend, so rows are locked
   * in one order. Every table is asked for this shard alone, so a ledger on many nodes does all of
   * it on one.
   */
  static final String POST =
      """
      WITH found AS MATERIALIZED (
        SELECT id, more, hour, (SELECT views FROM view_total WHERE shard = ? AND account_id = id) AS total,
          (SELECT views FROM view_hour WHERE shard = ? AND view_hour.hour = batch.hour AND account_id = id) IS NOT NULL AS has_hour
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
        WHERE view_total.shard = ? AND view_total.account_id = id AND total IS NOT NULL AND added > 0
      ), new_totals AS (
        INSERT INTO view_total (shard, account_id, views)
        SELECT ?, id, added FROM posted WHERE total IS NULL
      ), hours AS (
        UPDATE view_hour
        SET views = view_hour.views + added
        FROM posted
        WHERE view_hour.shard = ? AND view_hour.hour = posted.hour AND view_hour.account_id = id AND has_hour AND added > 0
      ), new_hours AS (
        INSERT INTO view_hour (shard, hour, account_id, views)
        SELECT ?, hour, id, added FROM posted WHERE NOT has_hour AND added > 0
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

  private final Connection connection;
  private final Shard shard;

  ShardPosting(Connection connection, Shard shard) {
    this.connection = connection;
    this.shard = shard;
  }

  /** Whether the shard is ours until the transaction ends; never waits for it. */
  boolean holdNow() throws SQLException {
    return !Sql.list(connection, HOLD_NOW, row -> shard, shard.number()).isEmpty();
  }

  /** Waits for the shard, 2 seconds at most. */
  void hold() throws SQLException {
    TransactionSettings.allowLongWork(connection);
    Sql.list(connection, HOLD, row -> shard, shard.number());
  }

  ApplyResult post(DeliveryPath via, SealedBatch batch) throws SQLException {
    var verdict = batch.against(applied(via));
    if (verdict == ApplyVerdict.UNKNOWN) {
      verdict = batch.against(applied(via, batch.ranges().keySet()));
      if (verdict == ApplyVerdict.OK) {
        new WriterTombstones(connection, shard).bringBack(batch.ranges().keySet());
      }
    }
    return new ApplyResult(verdict, verdict == ApplyVerdict.OK ? add(batch) : 0);
  }

  /** The offsets of the rows and of the tombstones of the named writers. */
  AppliedOffsets applied(DeliveryPath via, Collection<WriterId> named) throws SQLException {
    var rows = applied(via);
    var unknown = named.stream().filter(writer -> rows.of(writer) == null).toList();
    return unknown.isEmpty()
        ? rows
        : rows.with(new WriterTombstones(connection, shard).asRead(via, unknown));
  }

  AppliedOffsets applied(DeliveryPath via) throws SQLException {
    var marks = new HashMap<WriterId, Offset>();
    Sql.each(
        connection,
        APPLIED,
        row ->
            marks.put(
                new WriterId(row.getObject(1, UUID.class)),
                new Offset(row.getLong(2), row.getLong(3))),
        shard.number(),
        via.name());
    return new AppliedOffsets(marks);
  }

  private long add(SealedBatch batch) throws SQLException {
    var hour = batch.sealedAt().truncatedTo(ChronoUnit.HOURS).atOffset(ZoneOffset.UTC);
    DailyRollup.keep(connection, hour.toInstant());
    var writers = new ArrayList<UUID>();
    var marks = new ArrayList<Offset>();
    batch
        .ranges()
        .forEach(
            (writer, span) -> {
              writers.add(writer.value());
              marks.add(span.to());
            });
    return Sql.list(
            connection,
            POST,
            row -> row.getBigDecimal(1),
            shard.number(),
            shard.number(),
            hour,
            ids(connection, batch.counts()),
            views(batch.counts()),
            shard.number(),
            shard.number(),
            shard.number(),
            shard.number(),
            shard.number(),
            Sql.uuids(connection, writers),
            marks.stream().mapToLong(Offset::seq).toArray(),
            marks.stream().mapToLong(Offset::views).toArray(),
            shard.number(),
            shard.number())
        .stream()
        .mapToLong(BigDecimal::longValue)
        .sum();
  }

  static Object ids(Connection connection, ViewCounts counts) throws SQLException {
    var ids = new ArrayList<UUID>(counts.size());
    counts.forEach((id, views) -> ids.add(id));
    return Sql.uuids(connection, ids);
  }

  static long[] views(ViewCounts counts) {
    var views = new long[counts.size()];
    var next = new int[1];
    counts.forEach((id, more) -> views[next[0]++] = more);
    return views;
  }
}
