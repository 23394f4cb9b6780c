package io.clientele.persistence;

import io.clientele.domain.views.Applied;
import io.clientele.domain.views.Mark;
import io.clientele.domain.views.Posting;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.Verdict;
import io.clientele.domain.views.Via;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.WriterId;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.UUID;

/** Adds a batch to the totals of one shard, in a transaction that holds the shard. */
final class ShardPosting {
  /**
   * A row for a shard that is free, none for one that is held; the transaction gets time for more.
   */
  private static final String HOLD_NOW =
      """
      SELECT set_config('statement_timeout', '10s', true), set_config('lock_timeout', '2s', true)
      FROM view_shard WHERE shard = ? FOR UPDATE SKIP LOCKED
      """;

  static final String TAKE_TIME =
      "SELECT set_config('statement_timeout', '10s', true), set_config('lock_timeout', '2s', true)";

  private static final String HOLD = "SELECT shard FROM view_shard WHERE shard = ? FOR UPDATE";

  private static final String APPLIED =
      "SELECT writer, applied, applied_views FROM view_writer WHERE shard = ? AND via = ?";

  /**
   * One statement, whatever the size. Whoever changes these totals holds the shard, so what is read
   * of them stands until it is written; rows are locked in ascending order all the same. No join of
   * two tables: a plan can only look each account up.
   */
  private static final String POST =
      """
      WITH posted AS MATERIALIZED (
        SELECT id, views, least(views, 9223372036854775807 - coalesce(
          (SELECT views FROM view_total WHERE account_id = id), 0)) AS added, (place - 1) / 2000 AS part
        FROM unnest(?::uuid[], ?::bigint[]) WITH ORDINALITY AS batch (id, views, place)
      ), totals AS (
        INSERT INTO view_total (account_id, views)
        SELECT id, added FROM posted WHERE added > 0 ORDER BY id
        ON CONFLICT (account_id) DO UPDATE SET views = view_total.views + excluded.views
      ), hours AS (
        INSERT INTO view_hour (hour, account_id, views)
        SELECT ?::timestamptz, id, added FROM posted WHERE added > 0 ORDER BY id
        ON CONFLICT (hour, account_id) DO UPDATE SET views = view_hour.views + excluded.views
      ), raised AS (
        INSERT INTO view_raised (accounts)
        SELECT array_agg(id) FROM posted GROUP BY part
      ), writers AS (
        UPDATE view_writer
        SET applied = mark.seq, applied_views = mark.views
        FROM unnest(?::uuid[], ?::bigint[], ?::bigint[]) AS mark (writer, seq, views)
        WHERE view_writer.shard = ? AND view_writer.writer = mark.writer
      )
      UPDATE view_shard
      SET views = view_shard.views + sum.added, rejected_views = rejected_views + sum.rejected
      FROM (
        SELECT coalesce(sum(added), 0) AS added, coalesce(sum(views), 0) - coalesce(sum(added), 0) AS rejected
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
    Sql.list(connection, TAKE_TIME, row -> shard);
    Sql.list(connection, HOLD, row -> shard, shard.number());
  }

  Posting post(Via via, SealedBatch batch) throws SQLException {
    var verdict = batch.against(applied(via));
    return new Posting(verdict, verdict == Verdict.OK ? add(batch) : 0);
  }

  Applied applied(Via via) throws SQLException {
    var marks = new HashMap<WriterId, Mark>();
    Sql.each(
        connection,
        APPLIED,
        row ->
            marks.put(
                new WriterId(row.getObject(1, UUID.class)),
                new Mark(row.getLong(2), row.getLong(3))),
        shard.number(),
        via.name());
    return new Applied(marks);
  }

  private long add(SealedBatch batch) throws SQLException {
    var hour = batch.sealedAt().truncatedTo(ChronoUnit.HOURS).atOffset(ZoneOffset.UTC);
    var writers = new ArrayList<UUID>();
    var marks = new ArrayList<Mark>();
    batch
        .spans()
        .forEach(
            (writer, span) -> {
              writers.add(writer.value());
              marks.add(span.to());
            });
    return Sql.list(
            connection,
            POST,
            row -> row.getBigDecimal(1),
            ids(connection, batch.counts()),
            views(batch.counts()),
            hour,
            Sql.uuids(connection, writers),
            marks.stream().mapToLong(Mark::seq).toArray(),
            marks.stream().mapToLong(Mark::views).toArray(),
            shard.number(),
            shard.number())
        .stream()
        .mapToLong(BigDecimal::longValue)
        .sum();
  }

  static Object ids(Connection connection, ViewCounts counts) throws SQLException {
    var ids = new ArrayList<UUID>(counts.size());
    counts.forEach((id, views) -> ids.add(id.value()));
    return Sql.uuids(connection, ids);
  }

  static long[] views(ViewCounts counts) {
    var views = new long[counts.size()];
    var next = new int[1];
    counts.forEach((id, more) -> views[next[0]++] = more);
    return views;
  }
}
