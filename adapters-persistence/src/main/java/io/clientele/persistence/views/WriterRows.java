package io.clientele.persistence.views;

import io.clientele.domain.views.Offset;
import io.clientele.domain.views.OffsetRange;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.ledger.DeliveryPath;
import io.clientele.domain.views.ledger.RetireResult;
import io.clientele.domain.views.ledger.WriterCounts;
import io.clientele.persistence.jdbc.Sql;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The rows of writers. A removal locks the shard first, as the application of a batch does. */
final class WriterRows {
  /** Tombstones change only under the shard lock, so the next statement reads stable ones. */
  private static final String SHARE =
      "SELECT shard FROM view_shard WHERE shard = ANY (?) ORDER BY shard FOR KEY SHARE";

  private static final String REGISTER =
      """
      INSERT INTO view_writer (shard, writer, via, reads_marks)
      SELECT shard, ?, ?, true
      FROM unnest(?::integer[]) AS shard
      WHERE NOT EXISTS (
        SELECT FROM view_writer_mark WHERE view_writer_mark.shard = shard.shard AND writer = ?
      )
      ON CONFLICT (shard, writer) DO UPDATE SET heartbeat = transaction_timestamp()
      """;

  private static final String TAKE =
      """
      UPDATE view_writer
      SET accepted_views = counted.accepted, lost_views = counted.lost, heartbeat = transaction_timestamp()
      FROM unnest(?::integer[], ?::uuid[], ?::bigint[], ?::bigint[]) AS counted (shard, writer, accepted, lost)
      WHERE view_writer.shard = counted.shard AND view_writer.writer = counted.writer
      RETURNING view_writer.shard, applied, applied_views
      """;

  private static final String ROW =
      "SELECT applied, applied_views, lost_views FROM view_writer WHERE shard = ? AND writer = ?";

  private static final String IS_KNOWN =
      """
      SELECT FROM view_writer WHERE shard = ? AND writer = ?
      UNION ALL
      SELECT FROM view_writer_mark WHERE shard = ? AND writer = ?
      """;

  private static final String LOST =
      "UPDATE view_shard SET gone_lost = gone_lost + ? WHERE shard = ?";

  /** A process of the version before tombstones keeps its row for a week of silence. */
  private static final String REMOVE =
      """
      WITH removed AS (
        DELETE FROM view_writer
        WHERE shard = ? AND writer = ? AND applied = ? AND applied_views = ?
          AND heartbeat <= transaction_timestamp() - ? * interval '1 microsecond'
          AND (reads_marks OR heartbeat <= transaction_timestamp() - interval '168 hours')
        RETURNING shard, writer, via, applied, applied_views, lost_views, accepted_views
      ), marked AS (
        INSERT INTO view_writer_mark (shard, writer, via, is_retired, applied, applied_views, accepted_views,
          lost_views)
        SELECT shard, writer, via, false, applied, applied_views, accepted_views, lost_views FROM removed
      )
      UPDATE view_shard
      SET gone_views = gone_views + removed.applied_views,
        gone_lost = gone_lost + removed.lost_views
          + greatest(removed.accepted_views::numeric - removed.applied_views, 0)
      FROM removed
      WHERE view_shard.shard = removed.shard
      """;

  private static final OffsetRange NOTHING = new OffsetRange(Offset.START, Offset.START);

  private final Connection connection;

  private record Row(Offset applied, long lost) {
    static final Row NONE = new Row(Offset.START, 0);
  }

  WriterRows(Connection connection) {
    this.connection = connection;
  }

  int register(WriterId writer, DeliveryPath via, Collection<Shard> shards) throws SQLException {
    var numbers = shards.stream().mapToInt(Shard::number).toArray();
    Sql.list(connection, SHARE, row -> row.getInt(1), numbers);
    return Sql.update(connection, REGISTER, writer.value(), via.name(), numbers, writer.value());
  }

  Map<Shard, Offset> take(Collection<WriterCounts> counted) throws SQLException {
    var marks = new HashMap<Shard, Offset>();
    Sql.each(
        connection,
        TAKE,
        row -> marks.put(new Shard(row.getInt(1)), new Offset(row.getLong(2), row.getLong(3))),
        counted.stream().mapToInt(of -> of.shard().number()).toArray(),
        Sql.uuids(connection, counted.stream().map(of -> of.writer().value()).toList()),
        counted.stream().mapToLong(WriterCounts::accepted).toArray(),
        counted.stream().mapToLong(WriterCounts::lost).toArray());
    return marks;
  }

  RetireResult retire(
      WriterCounts old, DeliveryPath via, Map<WriterId, OffsetRange> kept, WriterId next)
      throws SQLException {
    var marks = new WriterTombstones(connection, old.shard());
    if (!isKnown(old.shard(), next)) {
      marks.bringBack(kept.keySet());
      var base = kept.getOrDefault(old.writer(), NOTHING).from();
      var row = row(old.shard(), old.writer());
      if (row.isPresent() && !row.get().applied().isBefore(base)) {
        return new RetireResult.Joined();
      }
      var known = row.orElse(Row.NONE);
      var lost =
          BigDecimal.valueOf(old.lost())
              .subtract(BigDecimal.valueOf(known.lost()))
              .add(BigDecimal.valueOf(base.views() - known.applied().views()));
      marks.endNames(kept.keySet(), via);
      Sql.update(connection, LOST, lost, old.shard().number());
      register(next, via, List.of(old.shard()));
    }
    return new RetireResult.Retired(marks.applied(kept.keySet()));
  }

  int remove(Shard shard, WriterId writer, Offset applied, Duration silentFor) throws SQLException {
    return Sql.update(
        connection,
        REMOVE,
        shard.number(),
        writer.value(),
        applied.seq(),
        applied.views(),
        TimeUnit.MICROSECONDS.convert(silentFor));
  }

  private Optional<Row> row(Shard shard, WriterId writer) throws SQLException {
    return Sql.list(
            connection,
            ROW,
            row -> new Row(new Offset(row.getLong(1), row.getLong(2)), row.getLong(3)),
            shard.number(),
            writer.value())
        .stream()
        .findFirst();
  }

  private boolean isKnown(Shard shard, WriterId writer) throws SQLException {
    var number = shard.number();
    var id = writer.value();
    return !Sql.list(connection, IS_KNOWN, row -> true, number, id, number, id).isEmpty();
  }
}
